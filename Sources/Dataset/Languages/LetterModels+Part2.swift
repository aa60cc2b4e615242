// Made by Tests/Peers/make_letter_models.py.

extension LetterModels {
  static let part2: [(code: String, table: String)] = [
    (
      code: "da",
      table: """
      11er_/13en_et_/14_detil/15_tiereforil_lerllere_/16_at_en_er_fi_fo_in_ogat_de_derellfilin\
      dndeog_ter/17_af_el_hv_i__ka_ko_me_på_sk_so_st_vianddendete_ee_fed_es_ingiveke_kkemenne_\
      om_or_på_r_ar_dr_er_sstastete_vervis/18_an_br_di_du_et_udaf_an_atibrudu_e_de_se_tedeende\
      ntge_gengerhviikkileionis_kanle_liglinmedmmen_sng_ngeon_r_fretrugse_skrsomt_ft_st_ttiott\
      e/19_ar_be_co_ik_li_ma_pr_se_si_så_ta_ve_væal_ammangastdeldine_ae_be_ie_me_oe_pelserners\
      g_shedilsin_kalkerkonkrilsemanmern_an_en_fnteorepror_ir_kr_mr_or_trenrerrinrivrnes_dså_t\
      _at_etaltatugeumevær/20_al_bl_fl_fr_ge_ha_no_op_re_sa_te_trallar_areataavnd_ddatdredske_\
      ke_vekseriettfragivgraig_igeigtillinjistiv_jerkoml_al_dl_eldels_lt_matme_n_dn_in_on_tnav\
      nd_ndrnfoninnjentaogrommompontormovepper_br_hr_lra_ramresrmarogs_sserskaskest_stistrt_bt\
      _dt_it_mt_ot_pt_vtantastentetve_vedvetvilår_/21_ad_da_do_ek_fu_fø_gn_gr_kl_lo_læ_ne_nu_n\
      å_om_or_sy_unageaktalgaltappardarkblecomcord_ad_ed_sdardesdigdokdste_he_le_nedsegnel_eli\
      em_enhensesteutfteførg_ag_dg_eg_fg_vgelgetgn_gnugrugt_harholhveideiftigninfiseiskit_klik\
      tikumkærl_fl_sld_lemlenletlgeliklokm_eminmman_bn_hn_kn_mn_pn_vndandondsndtnernetngingsnh\
      enstnu_nårokuoldoneortperputr_nr_pr_vredreurg_rsirstrt_rteryks_es_isamsensidskiskæt_ht_k\
      t_ntartegtemtivtretryu_kudsug_unduteutivalvenvneå_då_sændængæreærm/22_bi_ef_f__he_ht_la_\
      ly_mi_mu_na_ov_pa_sl_sp_su_to_ænafsag_aleargateatuavebesblid_fd_md_tdoeduee_ce_uefteleel\
      temeeneertesketaetsevef_efinflefo_fulg_mg_tgangesglegnogænhvoi_di_sia_id_ierighik_ilgilv\
      ineintitejenk_pkenkifkivkopkorkstkunl_hladlaglg_lgælislliloglutlvam_dm_fm_smakmapmelmetm\
      pun_cn_nndunkennenorns_nt_numodeoftogsokaopioprordorgpe_preprips_r_gr_urkerkirmerreråds_\
      as_fs_tsessigsiksk_skoslussestøsyssætt_gt_ltabtagtedtidtigtorturu_oudeuldviavinvn_vorvæl\
      waryk_ystå_eå_kådeælgærkør_øre/23_hø_måerhessl_tlydnlinogpenreks_msoft_utes
      """
    ),
    (
      code: "nb",
      table: """
      12er_/15_inen_et_il_lleom_til/16_en_er_fi_fo_me_og_so_st_uted_ellendfilforlermenog_on_or\
      ere_ste/17_av_co_de_el_i__ko_sk_tiallandareav_corde_e_eentes_eutg_sig_ilsingjonke_krilin\
      ls_ntaor_r_sreusjoskrsomstat_ite_tenterutiver/18_br_do_fu_hv_li_ma_pr_te_va_vealgasjatab\
      rudatdigdoke_segnereersettfo_fulikkinfinjinnis_iv_kalkerkkekumll_llslstlt_medmmendandine\
      _nfookur_er_ir_lrg_rivrukt_ft_staltastegtt_tteullumeut_valvis/19_be_et_gn_gr_ht_ik_le_lo\
      _or_på_si_wwal_altammardat_aticatdardenderdete_ce_fe_ie_le_teneertftwg_dge_gn_gnugruhtth\
      viinvionjerl_eldele_lenlokmanmern_fn_hn_sndeng_njennenu_nvoo_cocaoftokaopporgormprops_på\
      _r_fr_mrerrt_s_ss_wse_soft_at_eta_tantiotpsttptwau_ov_uvocw_gwarww_www/20_al_an_ar_da_di\
      _fø_he_om_op_re_sa_se_sy_vi_å_an_appargavne_be_de_ke_me_oekselteveg_agengergragt_holid_i\
      gnileistittkk_komkonl_fl_sleslgtm_em_imatn_an_in_tn_vnavndrnenngenndnt_nteogroldommoneon\
      tortppeprer_ar_or_tramrd_renretrinrmarogrterubs_ds_iskist_t_mt_pt_tuke/21_ba_bl_f__fe_fr\
      _gj_ig_ka_la_mi_må_n__no_ov_sp_ta_toangantaseated_bd_id_md_sdesdree_ae_vedeelsenkennerne\
      skfraførg_eg_igjegnohvei_sideieriftigeivekankenkilkreks_kstl_mlagletlg_lgeliglikllolomls\
      em_fm_smapmelmetmman_en_onalndonernesnkenn_nornstolloveparpe_perr_br_hr_kr_nr_pr_rr_vrde\
      resrevrstsamsersisskestistrstøt_bt_dt_otattdatedtidtoruk_utduttvarvedvetvidvn_/22_a__at_\
      bi_bu_by_c__du_ek_is_m__na_nu_ny_p__pa_ri_sh_sj_sl_su_t__u__un_x_ackartavsbarblobolbytd_\
      ed_tdeldirditdoee_pe_uefieilekkeldengenserderiesiestetef_efeifelft_følg_gg_thelhetiktild\
      illilninsintinuir_iskje_jekjeljenk_okeskjektil_bl_dl_il_ll_ol_tlatlskltalutm_bmacmasmbom\
      e_minmromåln_mnetngsninnlintrnumnuxo_mo_oodeoenolsomrpprr_dr_gr_ur_åra_regrelrikrnerolro\
      mrrersks_bs_es_fs_ms_os_ps_tsensetsjeskaslusorsumsvasymsyst_kt_lt_nt_utarteltemtestettex\
      tigtistretrotsktørubmummutevenymbyteå_då_sår_ølgør_ørrørs/23ag_betenh
      """
    ),
    (
      code: "fr",
      table: """
      13_dede_es_/14_lee_dle_nt_/15_co_unenter_ionon_re_s_dur_/16_es_l__la_pa_poe_ce_le_pe_ses\
      tet_eurla_lesne_ns_quer_ltio/17_d__en_et_fi_in_pr_qu_si_soatichicomcondesficichierlismen\
      ourparpour_dresrs_s_ls_ps_sst_t_dte_treue_un_us_/18_au_ce_da_dé_li_no_ou_re_se_su_ut_vo_\
      à_ansantar_ce_chedane_ee_femeen_essez_hieiliiqume_n_dnteonnonsontouss_as_cs_esi_t_lt_pte\
      rteutiluneuti/19_av_ch_du_ex_fo_ma_mo_pe_réactageandas_ateau_autbleceschactidu_e_ae_me_n\
      e_re_tectersge_ignil_intireis_istit_llemann_ennenomommou_paspros_fse_sersonsurt_at_et_st\
      s_ut_ux_ée_és_/20_ac_af_ap_ca_cl_di_do_il_lo_n__ne_op_pl_sy_te_to_tr_vaa_cacealeapparaav\
      ed_ue_oe_ue_veauec_el_ellertettie_ienifiin_ir_isaiseitel_al_emmammempln_an_cn_pn_sndentr\
      oirompoptortoutouvperpeupospréptiquir_cr_er_sr_urens_is_ns_ussessit_ct_utentestoutteté_u\
      reursuvevervouéesériêtr/21_a__ar_ba_fa_or_sa_st_ta_ve_éc_ét_êta_la_pa_sablaffairaisal_an\
      _argartcatcetcrid_ad_edifdéfe_be_ie_qempermespffifinforgnehe_heri_licaid_ideillindineini\
      iséitéivel_il_oleulinlorlusmatmesminmodn_lncend_ndintintsockom_ormpluporprepripérr_ar_pr\
      amranrecriprocrourrertiréeréss_ms_os_qs_rs_ts_vsansatsigsiosoustastestrsyst_it_tt_êtaita\
      ntattemtietiftivtrau_du_suelui_utevalvecystà_lèmeèreécr/22_ad_al_at_cr_fr_ge_im_me_s__t_\
      a_vaccailainaitaliancaquassat_attauxbascarcelcerckecorcouctectud_idendiqdisdondree_ge_àe\
      adencendensenveraernerrervetseutexifaufilfongeshariblileimeimpinainsinuissitileclemlicli\
      eligliqlocls_maimpon_fn_mn_nn_onalnctndantaoceodeoisoitoncondordoriorsotrpacpe_pleplipon\
      ppequ_quara_racrairatrearemrerrieriqrisritrmart_rtartoréps_àsetsocsposqussassustèsupsust\
      _ft_nt_qt_rtoiturtèmu_puesuleultumeutrvenvezvoté_dé_pécuéfiépeéreétaéte/23_bl_ra_sp_sé_v\
      ia_da_fardarrc_lclicutderelagetgraieuinfketl_élanm_dmetn_in_rnesnetnitnnéoinonforrosipla\
      pplquérchrmermirnironrteseuspastit_mtabtrottrtueuanusevanvoiz_léciéfaése
      """
    ),
    (
      code: "es",
      table: """
      12_dede_/14_co_lael_es_la_os_/15_el_en_es_se_unas_en_entón_/16_pa_qu_sia_dar_ciócondo_e_\
      ee_lestiónnteo_dor_parquera_s_dse_te_ue_/17_ca_in_lo_no_po_pr_re_y_a_ca_ea_la_pa_saciado\
      al_aracomda_e_ce_de_slosmenn_ena_o_eo_sress_eta_to_traun_/18_a__ar_di_pu_su_usa_aadaciod\
      eldene_ae_pe_uectedeer_ficicaienionistivolasn_dn_lndono_o_pon_oneporpror_ere_recro_s_cs_\
      psi_stateruna/19_al_cu_ma_o__so_te_va_vea_oa_uactan_andantarcariblebrecarchidesdoseneero\
      esphividainaintio_le_lo_ma_mo_n_an_cn_pn_snesntantontro_ao_contperprepuer_dr_lrchrios_as\
      _sstestrtentivtoruedvo_/20_ac_ej_ex_fi_ha_li_me_mo_op_or_pe_ta_tia_ia_ma_ta_vablaliambar\
      áca_cadccicesciactocuadaddirdise_ie_me_re_tea_eceecuejeemaempenceraereermescforiciidoier\
      ifiiguiniir_l_cl_dl_el_pl_slesmbimbrminmpln_unalncine_nomo_lombomoomporeormpcipo_posquir\
      _uracradrdermarmirá_s_lsersióso_stásu_tamtartestietostroualuieusavervos/21_an_ap_ba_do_f\
      o_fu_le_lí_mi_mu_má_to_tra_qa_racead_adealeamaamearecamce_cercheclaco_corcrictectidasdef\
      dore_be_fe_ne_qecceciefieleendesietafinheria_ichicoimpiosipoireispivaizajecl_al_ml_nl_tl\
      eclicllalormanmermprmásneanecnernicntio_io_mo_no_qo_to_uodooloonaonfopcordoriosipanpecpl\
      eprir_ar_cr_pr_srarrasrearedriaross_is_ms_ns_os_qs_ts_us_yscrsigsissitspespostotadtaltan\
      tectemtiluaruesurautavalvarás_ía_/22_ad_as_bl_da_em_eq_im_ne_nú_ot_sa_sha_ba_fa_nallalma\
      loargartaseatiatocaccalcascolcrectactucuecutdardebderdicdife_he_oe_vebeecled_ediefeeguel\
      lenaeo_equerierrersesaesoeteexpextferfiggingraguigunguri_eiariblignil_iliimeimiin_incinf\
      inuitaitil_fladlarlidlinlislizll_lmeloclínmacmasme_miemitmodmpomuen_in_mn_nn_tnadnarnasn\
      dandendinfinfonidnsio_oo_yocaonsorrortostotrpliponpulramranrenribrimrocrrarrersertarías_\
      fs_rs_vsalsarsegsolsonstisuatabtastictintodtretá_uanuenulsultumeuncuntusuutiy_eíne/23_bi\
      _ge_nu_ra_utabraplbaschad_ddetertfecha_hachelinemisoceorasa_tuatánuciva_
      """
    ),
  ]
}
