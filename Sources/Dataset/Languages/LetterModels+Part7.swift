// Made by Tests/Peers/make_letter_models.py.

extension LetterModels {
  static let part7: [(code: String, table: String)] = [
    (
      code: "vi",
      table: """
      11ng_/12_th/13_ch/14_kh_trnh_/15_có_nh_ticó_in_n_cn_tập_/16_ph_tậ_vàg_thônp_ttintậpác_ên\
      _ông/17_bạ_cá_củ_ho_in_li_là_ng_qubạnc_tcáccủag_choặi_tkhôn_đoặcra_và_ó_tùngạn_ặc_ết_ột_\
      ủa_/18_co_dù_gi_mộ_nế_ra_số_đư_đầ_địay_ch_chochudùng_dhi_ho_hể_i_ci_li_điệukhiliệlà_m_tm\
      ộtnếusố_thểu_ty_đài_đượượcại_ếu_ệu_ới_ợc_/19_bộ_ki_kế_má_sa_tà_tạ_tự_đặ_đểa_ca_tbộ_c_cc_\
      đchỉchọcoreutfo_g_kg_lg_mg_ng_sg_đhayhư_hỉ_họni_bi_dilsinfiếtkếtls_máyn_bn_hn_kn_ln_mn_n\
      n_snfoo_co_torequareut_bt_ct_tthathôthưtiltàitự_u_cutiy_cy_tào_áy_ìnhđầuđể_địnạngất_ần_ầ\
      u_ển_ịnhọn_ối_ục_/20_bi_bả_bị_dò_dạ_dụ_gn_hi_ký_mụ_nà_so_tê_tí_từ_vi_vớ_đi_đổ_độ_đủa_bao\
      _au_bị_c_bc_kc_sdòndạne_ceo_g_bg_vgnuh_ch_nh_theohiếi_hi_ki_nioniêniềukiểký_m_cmụcn_rn_v\
      nhưnhấnu_on_ongront_kt_lt_nt_đthethitratrotrìtrưtêntíntạiu_ku_đua_vàovớiáchân_ínhòngý_tđ\
      ầyđặtđổiđủ_ơngư_mươnườnải_ản_ầy_ặt_ều_ốngổi_ỗi_ội_ời_ờng/21_cả_di_gr_ha_ht_lư_lạ_lệ_mặ_n\
      ộ_or_sẵ_sổ_ta_tù_về_ww_xe_xu_đế_ở_a_ia_ma_na_sa_đan_anganhareatibảnc_hc_ncatdụnem_ftwg_h\
      g_qh_dh_đhiểhiệhtthuyhànháchânhì_hímhươhảihầnhữni_mi_si_vinviểmiểniểuiệnkhálạilệnm_vmặcn\
      _dn_gn_pngưnhữnvonộio_lo_mo_no_vocaoftorgphíphảphầps_re_rg_rubrênrìns_wsaosofsẵnsổ_t_mt_\
      sthìthứtiotiêtpstrêttptwatùytừ_u_bu_hu_ou_vuyểvocvề_w_gwarww_wwwxemyểnà_cà_tàm_àn_ànhày_\
      ây_íchím_ó_nùy_úngơn_ưu_ườiấn_ẩn_ẫn_ật_ắt_ẵn_ến_ền_ể_tểm_ểu_ện_ệnhệt_ộ_tộngởi_ụngủ_cứngữ\
      ng/22_bằ_bỏ_cu_cà_cũ_dâ_dẫ_gh_hơ_hư_hệ_lo_mà_mạ_mề_mọ_mỗ_nó_nố_sh_sẽ_sử_te_to_tư_tắ_đã_đ\
      ú_ứnai_bảobằnbỏ_c_dc_mchichưcuốcàicả_dâydẫng_pghigiảgrugườh_bh_shanhiềhoảhuẩhuộhéphơnhướ\
      hườhấnhậphệ_hị_hốnhờihứ_i_giêuiệciệtkholinliêlàmlưumạnmềmmọimỗingunhanhinhậnàynó_nốio_bo\
      _đoảnp_cp_lp_nphâquyranrườsausẽ_t_ht_vte_thàthịthờtạotắtu_lu_nu_ruyềuấtuẩnuốiviệxuấyềnà_\
      mà_nái_án_át_ép_êu_ì_căngđiềđã_đúnđếnđịađộ_độnĩa_ưa_ưngướcướnượnạo_ảngảnhảo_ấu_ằngềm_ể_c\
      ệc_ịa_ọi_ố_tớc_ớngợngức_ửa_/23_ba_bở_câ_cầ_hợ_re_x_bởic_lgiah_vhợpt_pthốâu_ếp_
      """
    ),
    (
      code: "eo",
      table: """
      11as_/13_nene_on_/14_la_mala_ro_tas/15_es_ka_ki_seestmalstato_/16_al_de_ko_pl_po_pr_viaj\
      _en_is_iu_li_lo_no_oj_ras/17_en_fa_li_pa_pe_si_ti_ve_ĉial_aŭ_bonde_eroio_kajkonn_nnaso_d\
      o_eo_ko_no_po_sonaonooropers_ks_ls_pta_ulovas/18_bo_di_do_ha_ku_mi_mo_sa_su_tr_ĝia_ka_pa\
      n_antaroda_do_done_eed_el_enaenientgasia_kiuko_manna_ni_ntoo_moniortos_plepliporproranro\
      ns_as_ms_ssedsenstote_tontroven/19_an_ba_da_el_fi_fo_ho_me_mu_on_re_ria_ea_la_ma_sa_vam_\
      andankanoaraataavaco_dase_ke_me_pe_se_ver_farforgrahavielin_inoionitaiĝajn_kielaslonlorm\
      o_monn_kn_ln_mn_pn_sndanennonntao_aojnor_orapo_ra_ri_rtos_tsaĝtentravi_ĉiuĝasĝo_/20_am_b\
      e_ek_eĉ_fe_fr_gr_in_kr_le_ol_or_te_va_voa_aa_fa_naloalpalsanĝapoariatodiodu_e_de_lecoej_\
      elieloendenoeraeĉ_feri_ai_di_ei_ni_piamianigaikoiraistkapkaskiokorkull_llejlenlojlsamenm\
      orn_an_dn_en_fndontenu_o_fo_lo_oo_to_vol_oloomoontostovaparpospreprirdorenresrojs_ds_es_\
      fs_nse_siaso_spetertoju_pu_sultun_unuur_vo_ĝi_/21_ak_at_he_ju_lo_lu_na_ni_nu_ok_pu_ra_so\
      _ta_tu_un_ŝta_ba_da_oa_taboacialaalbaliamaamiastateaĝobarbatbordane_ae_be_fe_ne_re_tek_e\
      ktelaencetoezofelgo_homi_bi_fi_ki_li_si_vidaie_ileilointirij_kj_mj_pkiakomkunlanlbole_li\
      altaltemasmi_mikmuln_tn_vneknionkantro_bokuolaomeonsordorgpasr_lraŭrborinritriĉru_s_bs_v\
      scisersinstrsurtantelti_tiutu_u_au_ku_lu_mundurovalvervidvinvivzonĝis/22_af_ar_aŭ_br_bu_\
      ce_du_ed_fl_ga_hu_ir_of_sc_sp_st_ĉa_ĉe_ŝaa_ga_habladoafeagoakoalfaltangarbardaviavoaĝaaĝ\
      ublobo_cildi_disdoldzie_he_ĉedzeksekzelpem_emdempenserdereeriertesoespevaeĝofacfinfrei_h\
      i_mi_oi_tidoienilainfingitoizeiĉoiĝoj_ej_fj_nj_sjunkarkrekurkzil_kl_ml_pl_slablaŭlerlinl\
      isliĉlpalpoma_memmizmpon_bn_on_rnconfangangonianisnkonojnoso_ho_rompondonepanpekpenpetpo\
      npovprar_praprdiredremrisriĝrolromrovrtas_hs_osansassonst_stestitaŭtemtietimtiotisu_eu_f\
      u_nu_vuraustvolvonvorzerziszo_ĉasĉioĉo_ĝonĝulŝo_ŝte/23a_rakidiae_oelefankaŭ
      """
    ),
  ]
}
