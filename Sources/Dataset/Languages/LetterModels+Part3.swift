// Made by Tests/Peers/make_letter_models.py.

extension LetterModels {
  static let part3: [(code: String, table: String)] = [
    (
      code: "pt",
      table: """
      13_dede_/14_co_sedo_os_ão_/15_o__pa_qu_umar_as_em_entes_o_dquera_/16_a__e__es_poadoaraco\
      mcone_aer_ma_nteo_por_pars_dte_ue_um_/17_di_do_in_ma_no_pr_re_tea_da_pda_e_ce_de_ee_sess\
      esticaivomenndoo_ao_co_eo_sress_pse_terto_/18_ar_ca_da_em_nã_ou_pe_us_vo_é_a_aa_ca_ea_oa\
      _sadaandcê_desdordose_oe_pia_is_istno_nãoocêodeou_podporprequis_as_cs_eserstata_tivtraum\
      avocção/19_al_ap_as_en_ex_fi_fo_li_me_mo_na_os_si_su_vea_maisal_ameantarqatiaçãciodade_f\
      e_ne_te_ue_vecieirelaeleereeu_ficforidaio_ionla_mo_na_ntantoo_mo_no_oo_tom_omeomponeontp\
      erposproquar_ar_dr_er_or_ure_rioro_rqus_ns_sseuso_ssostetadtemuivvervo_vosões/20_at_ba_f\
      a_im_lo_so_toa_ia_la_ta_ua_vadeam_ca_carciaco_cordasdise_ie_me_qe_remaempenderaeriespifi\
      inair_iroitaitoizaliclo_m_am_cm_dm_pm_sm_umaimanmasme_ncindene_ntro_fo_io_qo_uo_vomoonao\
      raormr_cr_pr_sradrecriarmaross_os_qsposuasãotamtartestrouanurausaáriçõe/21_ac_ad_bo_cl_e\
      l_is_mu_ne_sã_ta_tr_via_fa_na_qa_ralialtamaao_aplareartaçõcadcatcescheclacliderdireceede\
      eguejael_ensermernescetaeveexefergurha_heiho_ichiciicoidoimpindiniintiquireispissitiivel\
      adle_lholinlizlocltem_em_fm_ominmplmpomprmpunecnelnhanomo_bo_lo_ro_éocaonforeortosioutpl\
      ipo_priputramranrarrasredrenretrá_s_is_ms_tsa_sarsegsemsissitspessassistrtaltectentostão\
      ua_ualutavelê_p/22_ab_am_an_ao_ch_fu_ge_gr_ho_ja_la_le_mi_op_sa_ti_vaa_babaaceadragealaa\
      lgalhalmambanearrassastataatoazebrecalcamcasce_cerchacolcridefdemdevdife_be_leclectefiei\
      tencenhertervfazfigfingraiguil_iliimeinfinhinsioriosiraisaiteja_l_dlarlasleclguliqlislme\
      m_mm_nm_tmesmosnadnalnarnasnfinfonicnosns_o_gobrodooisomaonsorrossostpadpaspecpelpenpesp\
      loponr_mr_nr_qraçremrmirnarnerrarrertartirãos_fs_rs_us_vscoselsiossestistásuptantastelti\
      ctiltodtortá_u_cuerumeus_utrve_vidém_íve/23_au_cr_raabeanoatebotbracandrãeloenaeseesmeto\
      exiextgo_imaincivaleslhem_qmatnorntiocuracrtes_lsadsejsimsuáusuutouárço_
      """
    ),
    (
      code: "it",
      table: """
      14_co_dire_to_/15_de_e__in_undi_e_dla_le_no_te_/16_ch_il_la_no_pe_sea_da_schee_ce_ie_sel\
      lenthe_il_ionna_ne_o_do_son_perta_ti_un_/17_al_ca_da_ma_pr_qu_si_soa_ca_ia_pandareatocom\
      conda_deldo_e_ae_le_per_ereessi_ci_di_sio_llalo_mennonnteo_conera_ro_si_stazio/18_a__es_\
      fa_l__le_ne_pa_po_ri_st_sua_la_mallattchie_ee_ne_uel_estettglii_ai_pia_in_li_ma_me_mo_nd\
      oni_o_ao_eo_io_ponose_so_terttouna/19_an_do_fi_ho_i__me_mi_mo_pi_te_ve_vi_è_a_aa_ea_uale\
      aliameantaraariataatiazicare_meraerii_ei_ii_micaileistital_cll_manntintoo_lo_momeonioreo\
      riostparpospreproquaqueratri_rissa_sersonssessistotattortratrottever/20_ba_ci_fo_gi_ha_i\
      t_li_lo_o__pu_re_sa_sc_sp_ta_tr_tu_us_vaa_fa_na_ra_ta_vaccai_al_annanoassatebilca_ce_cia\
      co_colcorcosde_e_fe_qe_re_te_vei_endeneerofilgioi_fi_li_ni_ri_ti_ui_vieninainiintireit_i\
      tol_al_pllellomi_morn_cn_pn_snelntao_no_to_uoloomaompontoraortpo_priranrimsegssostestist\
      rtanttattiuanuesuttza_/21_ar_av_be_gl_im_nu_op_ra_ti_um_voa_ba_gabialtancartbbyby_catci_\
      dalderdicdirdise_ge_oedeeleempenzercerseseficfinforggigraha_hobiamiceiciicoierifiiliimai\
      mpincineinginoismispiveizil_il_ml_sletlinlormarmatmermetminmpon_an_mn_unalndandendinnons\
      intrnzao_fo_ro_vobbolaoltonaondormornosiossottporrenresriaricritrmasarsciscosensiosmosol\
      spespossasult_htartemtentestivtretritutualue_umousava_valve_vo_y_uzza/22_ac_ad_am_ap_as_\
      ce_cr_cu_du_el_er_fr_fu_ge_gr_lu_or_sha_oa_qaggalcambamoaniappardaroascavecalcamcancchcc\
      icercescridardeidendesdone_be_èebbeciedieggegneguemeermerrertescesiespetafarferga_gengge\
      giagnagnoguihi_hiaho_i_bi_gi_oi_qianiatibiichideie_imeimoindioriscitiiu_iviizzl_dl_el_fl\
      _ol_tl_uleglialicliolitlliltaltrmaimodn_en_in_lnatnchnconesnitnomnzio_bo_go_oo_qognoi_ol\
      eoliollorrosaovaovepanpecpiuramrchrecretrinriorolrovrsortartertisatscescrsemsiasigspatal\
      tamtictimtinuelui_ullumeunouo_urautovanvarvenvi_vievol/23_ogpenrresim
      """
    ),
    (
      code: "ca",
      table: """
      12_de/13es_/14_a__co_lade_er_eu_la_/15_el_es_pe_qu_unar_el_perques_d/16_fi_sea_da_lcone_\
      len_entestió_nt_r_ara_ue_/17_al_ca_d__di_en_i__in_l__no_po_pr_sia_aa_ca_pacial_antat_cio\
      ciócomicaionlesls_menna_or_re_ress_as_pstastrta_tratrets_un_unaés_/18_le_o__pa_re_te_voa\
      _ea_ia_sadoallambda_deldesdore_cectelsersfitia_inair_istitxitzliclitns_odeonsostpodprepr\
      or_dr_er_lrs_s_cs_esi_taltxexer/19_ac_am_ap_cl_ma_mo_or_tr_us_ut_ésa_ma_ua_vactadaarible\
      caccancarclideudisdree_de_ee_fe_pe_se_teraespessetaferguriguiliiu_l_dle_llamb_nadnesno_n\
      omntantrnviom_omponaonfontordpliposquar_uri_s_is_sssit_dtartattentertiltortzau_au_eu_lue\
      uuraureus_utivosó_d/20_aq_ba_ex_ha_im_ll_lo_mi_ob_s__so_ta_to_vea_fa_oa_qa_taltamean_anv\
      aplaqucciclactactectid_ad_udinecceclegueixeleemaemeemperiescfigfini_ai_di_eiaril_ineinti\
      quis_ispital_al_cl_el_ol_pl_slecma_manminmprmésn_cn_enarncinecnernfinnenteobroneonnormos\
      _panparr_prarrdirecreurmarres_fs_ms_qs_ts_use_segselsensersitspostesuat_at_et_ptectemtes\
      tiutivtrou_dualuaruesviaxa_xar/21_ad_bo_fe_fo_ge_me_mé_su_ti_vi_xaa_babladealialsaraarra\
      rtarxaràassatsbotbreca_calciacolcorcrid_edene_ae_megaegieneeniensereermet_eteexeficfilfo\
      rguii_ci_libliciifiimpiniinsitiival_fl_ll_ml_tl_vlatliqlisll_lliloclorltrmatme_mosmpln_a\
      n_dn_ln_pn_sn_uneunicnsentintso_eomeoriorrorsortosiot_pleporpotr_cr_ir_qr_sracratremretr\
      iarxarà_s_ls_oscrsessissiót_stamtante_tinu_cu_uuanusuveuvisvolzar/22_ai_au_bl_da_dr_hi_n\
      e_pu_raa_ga_na_ra_xaccaixalgalmanearearpaseateautbalbarbricesd_idetdife_ne_qe_ue_vebaece\
      efeellencenyervesaextgesgnograguegunha_hi_i_hi_pi_si_tic_ieuimeimiin_infingioriviix_l_bl\
      _nl_qlarlemlgulmem_amacmetmeumptn_fnalniro_pol_oloon_oraossotópaipetpriptequiquèralranre\
      bregrenriorobrovrperrart_s_ns_vsibsobspaspessestistàsupt_ct_it_lteutgetictiptottritzetà_\
      tó_u_pui_uinuè_va_varveràtió_aó_p/23_ar_do_gnadratgdiriscnfonyaocaradrodssa
      """
    ),
    (
      code: "gl",
      table: """
      13_co_dede_os_/14_sear_/15_a__o__pa_po_quas_do_iónparquera_se_/16_ca_e__es_no_pr_una_dad\
      oaraciócomcone_aen_entes_nteo_do_sor_pres_due_ón_/17_di_do_en_in_ou_re_tea_aa_ca_pacida_\
      e_ce_de_oe_pe_seirer_estficha_istma_mennhantao_podeon_podr_oress_pstata_te_to_traun_unh/\
      18_ac_as_da_fi_mo_os_pe_usa_ea_oa_sactantcarchedesdisdore_ee_temaeu_heiicaichirola_lo_n_\
      dn_pna_ndons_o_co_eomponeontou_perpror_aremro_s_cs_es_sseutadtaltertiv/19_ap_fo_me_na_so\
      _é_a_ia_tadaal_allandartcioco_corctiderdose_fe_ne_uectedeeleereespforidainaionir_is_lecl\
      icmo_mprn_cn_sno_nonntontro_ao_mo_no_oo_tormpanporposr_dr_er_urasre_recriormaross_aspost\
      etartecusautaía_óns/20_al_ao_ba_ex_fa_im_li_ma_má_si_sú_ta_vea_la_ma_na_qa_ra_ua_vaceade\
      ambameaneao_aplariatocaccalcamcanccicerciaclactadade_ie_me_qe_recceceecleguel_elaemeempe\
      nderíescferiariciimpintio_ispitiivoladlasllambime_mpun_an_en_fncinecnelo_uomeomoonaoraos\
      ipliputr_cr_prarredrenrobrtarías_fs_nsegselsensitstrstásúatamtemtentestortostrotá_u_cura\
      vervo_/21_ab_ad_bo_el_fí_ra_su_tr_vi_xaa_ba_fa_xabrafoalaalgalian_areasebarbelbiabreca_c\
      escridasdene_lecienceraeriermesiesoexeexifacfolguria_icoidoifiimiiniitaitoivaizal_dle_le\
      sllellomacmanminmosmplmpomáin_unalnarndene_nicnomo_bo_fo_qo_ronforeorrostoutpo_r_sracran\
      rmirrarrerserá_s_is_os_qs_tsarscoscrsersissióso_sonspastotaftastictónuciuerutrvarxanáisú\
      a_/22_ax_bl_du_is_le_lo_nu_or_ti_to_vo_xeabaabeaccadialmapaarrarsasiateatibalbe_berblebo\
      tbrabricadccece_cenctodebdife_be_vebeedieitelleloenseo_erserveráesaeseetaexaextfigfíogad\
      garguniasibiiguil_incinfinsioriosipoiscivil_plarlemlislizlmemern_mn_nn_on_tnadndanfinsen\
      stntinuno_io_lobrocaodool_olaopioriortotópecploprir_mr_nr_qrabradralratrearefribrolrtes_\
      msacsansobsorspestisuasuptanteñtilu_euarumeuntupeus_usuvidvisvosxa_xesxiózo_én_íbeíosña_\
      /23_puaisdirerfernesdgo_iraloclosmasmatnfoolopazreprsortisdesinsqutiptod
      """
    ),
  ]
}
