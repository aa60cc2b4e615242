// Made by Tests/Peers/make_letter_models.py.

extension LetterModels {
  static let part1: [(code: String, table: String)] = [
    (
      code: "en",
      table: """
      12_ththe/13he_/15_a__an_to_yoer_ingis_nd_ng_on_to_you/16_co_in_is_ofan_andat_e_ae_ted_es\
      _in_n_tof_or_ou_re_/17_be_ca_fo_ha_it_ma_no_on_re_wh_wie_ie_sen_forhationit_le_ll_ly_s_a\
      s_tt_tterthatiove_/18_al_ar_de_do_fi_li_pr_se_soallareas_atice_cond_te_ce_fe_oe_wentereh\
      erme_n_ane_nt_ours_ose_st_t_at_ith_thiur_ut_ver/19_as_bu_ch_di_fr_he_i__if_lo_me_mo_ne_o\
      r_s__sh_st_us_wa_we_woal_ateaveay_be_canch_comd_ae_be_de_me_pectersesset_evef_tghthavhin\
      hisif_ileillithld_mann_inotns_omeoneot_ow_pror_trearesrs_ry_s_is_ss_wss_t_ot_st_wte_ts_u\
      sewitwory_t/20_ba_cl_ex_go_hi_ho_la_le_mi_pa_pe_po_sa_su_t__unainakeantappblebutby_calck\
      _d_bd_id_od_sdere_ee_he_le_ne_rearestey_filg_tge_hanhenht_icaideighindintistiveke_leslic\
      menn_on_sncenteo_tom_onsoreothoutoveperpler_ar_ss_cs_fs_nstastetedtinty_whewily_ay_i/21_\
      ab_ac_ad_ap_at_bo_by_da_en_ev_fa_ge_gr_ke_ou_sc_si_sp_ta_te_ti_tra_sablactad_ageameangan\
      yar_ardartcatceschacrect_ctid_wde_disdo_ds_e_ge_ue_yeatee_eeneleellem_encenderyf_af_yfro\
      g_ags_h_ah_tharheyhouhowiceickimeineinsireityk_tl_tlinllyminmorn_wn_yngenowny_o_ao_bo_co\
      _somporkortoseoulounousownpenplaprer_cr_ir_or_pr_wratrd_redreerenrinrk_romrt_s_bs_ds_hs_\
      ms_pselsershoso_somspestit_bt_ct_ft_ht_mt_ythotictimtteturu_culdundureus_ustvenwe_whawhi\
      y_oy_s/22_br_cr_dr_ea_fe_kn_mu_my_na_op_ot_pl_ri_ro_up_via_ca_fa_ma_paboaccaceachackastb\
      ercheclicoud_cd_dd_fd_hd_md_pdesdindondoweadeaseedeoperietteview_ferfing_igethasheahemhi\
      cho_ic_ichid_ieniesikeinkir_iteitikeykinknoks_l_al_blealecliklitllelowls_m_tmakmatmplmy_\
      n_bn_cn_en_fn_hn_mn_pnalndenesnetngsnlynneno_ntio_do_mod_oldongonlontoodookopeordostougp\
      arplipplpriputr_br_dr_er_fr_mranrecrelrierigrous_es_ls_yscrsedseesetsinsiosonssistostrt_\
      dt_lt_ptantemtentoptortratwou_wughuntup_utevicwaswaywerwhowinwn_y_by_cy_dy_py_wys_/23_ra\
      assertginl_sletmonmpun_dnecninnsto_ho_oop_oplpeor_hs_rt_et_ntchtoouchy_f
      """
    ),
    (
      code: "de",
      table: """
      11en_/13er_/14_de_diderdieeinie_/15_au_da_ei_sidenichn_d/16_an_be_un_wechee_des_in_inen_\
      snd_ndenenschsiestet_dtenungver/17_in_ve_vo_wi_zuateaufausbench_chtdate_aendereersertgen\
      henierionistn_ane_ng_ngeon_rt_st_te_teiterundwerzei/18_er_ge_is_miabeallandas_berdase_ee\
      _sebeei_eiceitellem_enterdeseht_iesirdit_le_lenllels_menmitn_en_in_wnn_nteoder_drd_rdere\
      ns_dstat_wtiouf_wenwir/19_al_fa_fü_ni_od_pr_re_sc_se_so_st_zeachaltangassatibeichnd_ddes\
      e_ie_vegeennernerwet_fürgabgebgt_herhreigeindliclten_bn_fn_un_vnernicr_are_reis_ase_sset\
      _at_etelum_us_vonweizu_ür_/20_ab_en_ih_ko_kö_le_ma_me_na_op_sy_um_übaktamean_annbe_chrde\
      _deme_be_fe_ge_ke_me_ue_zechedeehleigeileiseneensenueruessestetzfalfehforge_geggeshalhe_\
      hneienileim_ingitekenkönllslt_matme_n_kn_mn_nn_on_znamnnenstnutolloneoptormproptir_br_er\
      _srecrmarstrterunrwes_es_ssensicss_syst_it_stemtzetztuchuntusgutzvorystönnübe/21_ak_bi_e\
      s_fe_fo_gr_ha_im_ka_ke_li_nu_pa_sp_tealealsardbefbesbilbt_chachichlcked_adardetdune_le_n\
      e_oe_pe_wefeeieel_elderkerlerzescf_dfenfolgerh_dhl_hlehteieligtihrildinfinsintisckankeik\
      tileilerlielisll_lltm_dmmen_gn_pnacnetnfongsnt_ortperr_fr_ir_mr_vrchrn_rzes_bs_iseiselse\
      rsetsinspet_utantattettteur_urcwiezerzt_änd/22_ar_co_du_fi_gi_hi_je_kl_la_lo_ne_no_or_pe\
      _taal_ammanzar_arbareartastat_aucautbarbinblechsd_ed_sdure_teheehreibeleemeerberfergerhe\
      rmeräferfinfunfügfühg_dgelgibhinhnihriibtig_inaiseitsittkomkonl_dlauleslgelinlunm_am_bm_\
      em_smern_ln_rn_tnalndandunemnganisnitnntnurolgordorgpieprir_gr_kr_lr_nr_or_ur_wr_zramrbe\
      resrgericrierscrwarücs_fs_gs_ps_us_vs_ws_zsgasgesolt_bt_ft_nt_vt_ztastietigtivtrats_umeu\
      nkviewähzenziezumzurzweückührüss/23_do_dr_ex_he_ob_wa_woageargbundsceraeteettg_agefgligr\
      ahanhlühr_i_dickiediniirmis_iviklikt_ldsleglluloclüsmalmeln_hnktntanwenzenzuogromponsor_\
      orepasr_prerrners_rsiräts_ks_ms_nspistisuct_gt_mt_otartunuelwarzugzusähläng
      """
    ),
    (
      code: "nl",
      table: """
      10en_/13_dede_et_/14_hean_/15_be_ee_ge_inandeener_hetn_dsta/16_al_op_te_va_ve_voaarbesde\
      neerestie_ingls_ndeoortante_tervanver/17_co_da_en_ma_me_to_u_aanalsat_dere_vereersgenin_\
      kenn_en_on_vop_or_ordrdeschstet_dtentievoo/18_aa_di_is_na_ni_of_om_re_st_wa_we_wo_zial_a\
      r_brudate_be_oe_se_tebregeel_eleerdgebis_lenllemenmetn_an_bn_hn_mn_tn_wnaand_ng_ngenient\
      _of_om_r_drd_renruit_utoeuikvenwerwor/19_do_ku_on_pr_ui_uw_zoaatatichtcomdandiee_ae_de_g\
      e_ie_ke_mekeeldeliensenterkes_eveezegelgevietigeijkijnindit_jn_kt_kunlijlinn_gn_in_sn_zn\
      ennstondpenprore_s_dst_t_at_bt_et_gt_ht_ot_vuituntuw_voeze_zij/20_bi_ka_kl_mo_pa_sc_so_v\
      i_wiaalakeallangappardbijchechidaadezdigdoodt_e_ce_ee_he_le_ne_pe_weelendepaermft_ge_hee\
      ijdik_ikelaald_le_leemaan_kn_nn_pn_unnenteoeroetompontoptover_er_hraardtregrs_rt_s_es_vs\
      ent_it_mt_st_tt_wteetektelts_utevolwaawij/21_ac_af_an_dr_er_ex_gr_ho_ko_la_li_ne_no_ov_s\
      __se_sy_ta_zeaamacham_ap_araareassateatsconctid_dd_id_wdeldinditdradrue_re_uecteefefteid\
      elkellem_erbergerterverwesceteetsgeegeggesgingroherhteieniesig_ij_iktinsintitejk_k_okank\
      e_kelkerkkeklikopl_vlikmanmapmeemmampundandindsneenetns_ntanvooegoepommon_oneoonoreormp_\
      dparpasppeptiputr_ir_or_tr_ur_vrecresrijrinrmarstruks_hs_os_usinssisyst_nt_ztaataltijtro\
      ttetweumeweeyst/22_ap_ar_el_fo_gn_ha_le_lo_mi_oo_ti_zaaakactaktaleameannantartbeebehbelb\
      enbinchachrcord_ad_od_vdoce_zechedeedieememeeneeraeriernettetweureutevoforg_vgedgrahanhi\
      ehoeht_ichid_ierijvijzilsinfinvioniscjkek_dkaaklekomlk_loklt_m_emakmatmoen_ln_rne_nfongs\
      nu_ocuodeogrok_olgomeookopeopgopporgortoudp_ep_hpelperplappaprer_ar_br_gr_mr_sr_zramrbir\
      eergerk_rkerm_roorscrterwis_as_bs_gs_is_ns_ss_ts_wselsersiesset_kt_ptartattiltiotootseu_\
      du_ku_ouiduisutivinwanwarzalzelzetziezig/23_blch_cumd_mekselfhijia_ideijfijsinajdejzik_v\
      l_dledluim_dm_tm_vma_me_na_ollootpgepieprir_wrbereusofspetemtesu_eunnurewel
      """
    ),
    (
      code: "sv",
      table: """
      13en_er_/14tt_/15_at_de_fö_inatteraet_förom_ra_terör_/16_an_du_en_ko_oc_sk_tian_ar_ch_du\
      _illinglerll_ller_ata_tiländ/17_di_fi_i__ka_me_om_på_so_st_viandanvarede_dendetellettfil\
      genkanna_ndantenväochpå_r_dsomstat_svervänär_/18_av_el_et_pr_ära_aa_da_ea_fa_pa_sas_atia\
      v_entin_intionka_komkrim_dmedmenn_an_dn_fn_sndeng_ngeninnston_pror_er_fr_sre_rivskrstest\
      ät_ftante_tiovar/19_da_ha_ma_nä_se_ta_ut_va_väa_ia_tadeaktallarackadardatderdindraed_ga_\
      gargrahetickileinsistittkonla_ligllamatmermmen_en_in_on_tndrngaogrommontr_ir_or_tradramr\
      narogsa_skat_at_dtaltorttatälvisäll/20_al_be_ex_fl_fr_kl_lä_re_sy_så_te_tr_äna_oam_angan\
      sappataatoborckeda_dige_fe_serierkernersessetefrågergt_harig_igtil_inniskivekenkerklikti\
      kärl_elenliclt_lutmanmman_knerngsnnanomns_nsloneor_ordortr_kr_mr_prarrenrinrt_rånserskäs\
      lust_strsysså_t_et_it_kt_lt_pt_tt_vtartemtentivu_kuppyckystängärmättån_öve/21_ak_ba_bl_c\
      o_do_fu_ge_gn_li_lo_mi_or_pa_si_sp_sä_up_öva_ba_ka_ma_nad_al_altammamnantardartat_ck_dan\
      deldesdite_ael_elaem_enhenoensetsfinforgruhåligailsinainfisaiv_ivakalknakt_l_slanlisllnl\
      lslnilogls_läglösm_am_sme_minn_bn_hn_ln_mn_pn_vnamnd_nennfonhent_ntantrnärnätockolloreor\
      mparpelperplapp_pper_nr_vrasratrd_rerrmarolrycs_is_sse_senssat_bt_mt_nt_otattettrotrytve\
      umeundut_utivilväläljätvå_dållönsörs/22_ar_bo_bö_ef_fo_fä_gr_he_hö_lå_na_ny_nå_sa_un_ve_\
      åt_öpa_ha_la_ua_varnbarbehbetbörckscord_dd_ed_fd_sdoke_de_ie_ke_oe_pe_teckedaehöekteleem\
      pendeutexeextfteföng_sge_glignogörh_shanhelia_id_ierindkapkarkatketkopkorkuml_al_dl_flag\
      larlatletlj_llglstlänm_em_fm_ima_metmn_mpen_nn_änapnatndindonetnnsnornskokuomeonforgpa_p\
      enpnappnr_br_hr_lranrdereurg_rmersirstråds_fsamsidskispestosäksätt_gt_ht_ätectidtistnito\
      mtratretråts_ttetyptänullutauteva_vidäkeänså_aå_kå_sångöppöra/23_ad_gö_hu_neapadlöe_äerh\
      estetafulggaigeikaiktilkitelinlocnliot_ress_as_tsktss_sökur_xemyn_å_eådl
      """
    ),
  ]
}
