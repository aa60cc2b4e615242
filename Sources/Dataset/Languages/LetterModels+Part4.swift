// Made by Tests/Peers/make_letter_models.py.

extension LetterModels {
  static let part4: [(code: String, table: String)] = [
    (
      code: "ro",
      table: """
      13_de/14de_re_te_/15_co_fiarele_/16_di_in_nu_pe_înazăe_ce_de_sea_eazentereestfișierntrre\
      astetă_ul_ză_/17_a__ca_cu_da_li_pr_șiateațicomcă_e_ae_fe_pelei_dileintișilicor_ui_în_și_\
      șieți_/18_ac_es_la_ma_re_sa_sc_se_si_su_una_daceal_au_carce_concu_dire_ee_ie_lecter_i_ci\
      _sie_iniireistla_linlorluimenmplnu_numpenrecri_ru_rulră_sause_statertiltortratruuluumeun\
      _utiă_că_d/19_af_al_do_ex_fo_le_mo_no_or_po_st_tra_ca_facăafiai_ar_astat_atăceschicorcur\
      dacdife_me_nețificfori_ai_piciii_iliimbin_iunl_dlizlocmaimannd_nfont_nteoaromporeormpe_p\
      reprirelsă_tattulturu_auriândă_aă_părițiu/20_ad_ap_ar_ce_lo_o__op_pa_so_sp_să_ta_te_ti_t\
      o_ut_vaa_aa_sandaraatibilca_catcitcrictectocumdesdine_oe_te_ue_îe_șed_egăerueutexteștfer\
      fiefo_găti_mia_icaicăiecifiil_ilsimeimpinainfionit_iteiveizaișel_cl_llegletls_minmodmuln\
      _sne_neană_ocaocuolioloon_oriparpleplipror_dr_sranrarrenresreurilrinrmaschscrsimt_cta_ta\
      țteatextoatretriu_du_oultuneuniuntursveră_fă_lă_sătușeaștețin/21_as_cl_cr_câ_du_fa_gn_gr\
      _ht_ie_ig_im_lu_me_mu_n__pu_vea_ea_ia_la_pa_uactalealtanuapăatubolcalclicrecticâncărdatd\
      erdoce_recaecuefeei_el_elieloenseriersetaexifi_gnognugrahimi_fi_ti_îibiic_iceieșigniilim\
      iineităl_alimmbome_melmitmărn_an_cn_dn_fn_ln_mncendanieniinornsintanțioatomaontopțorgort\
      perpotps_putpăspțir_cra_ratrg_rierivrsisissiustisulsunsupt_dt_ft_pt_staltartemtețtiotipt\
      ivu_cu_lu_suncurăuteva_ă_eă_iă_nă_oă_tă_îțiații/22_bl_bu_c__ch_ci_că_ec_el_l__mi_ra_ro_s\
      __ur_wwa_ha_ma_ra_ta_îadraliargarăaseblobă_c_dceacelcepci_colcopculcțid_cd_dd_sda_dardim\
      disdreeaseciențeraermes_esceșiff_filfolftwg_shtti_ei_ii_li_nideiloinsinuinvinăisoispitai\
      zeițil_fl_ml_pl_rl_slisloslt_ltematnernounulnzio_co_loc_octodeodioftoniopioruosiot_otrpa\
      țpecponporr_pr_îraprefrezrguricrimrmirmărterărs_ds_wsofsorspaspespost_strstăt_ltabtastel\
      timtintpstrăttptwau_eualum_urmutovalvă_w_gwarww_wwwîncîntă_uăsașirție
      """
    ),
    (
      code: "pl",
      table: """
      14_poie_nie/15_je_na_pr/16_do_wy_zaanich_eniia_na_ne_niaprzrzewan/17_ko_ni_pl_w_a_panee_\
      pegoestgo_je_jeslikny_owaplist_stawieychów_/18_i__in_li_mo_od_op_si_st_uż_z_anyawido_e_s\
      e_we_zej_em_ierku_li_o_postpodprorzyużyym_ystywaznaści/19_cz_ja_lu_sy_ta_te_to_us_wi_zna\
      _na_sa_wacjająamiać_ci_cjiczaczecznczydandzie_de_je_nenteraeśli_pienię_jeśji_jącki_kieko\
      nkowkówla_lubmiemożniknycoweowypispowsięsteszyterto_ub_ujewary_pza_zenzy_ączłącśliże_/20\
      _by_co_ka_kl_kt_ma_pa_ro_se_sp_są_ty_ws_zma_da_ja_ka_ta_zachak_alealnartastazwby_ciecjad\
      omdowe_me_oe_tez_forgrai_wicziejik_ikaikuikóiniionistja_jakją_ka_ko_komktóle_lecliclinme\
      nmi_naknaznegnymo_wod_odaogroleoneonyopcormowioścpcjpolprara_ramranrawrmastrstęsysszesą_\
      tantawtemtowty_tórtępumeustw_pwa_wiawniwszy_wyć_zasze_ziezmizonść_żyw/21_a__ab_da_de_dl_\
      lo_o__ob_ok_re_tr_ur_wa_we_zoa_ia_oa_uabyaczakiakoaloanaatabiebyćce_cenchoczodladosdy_e_\
      be_ie_ke_ueceedner_ersetleń_h_pi_ni_si_zianieliemietinnintiu_ić_ięcjedkatloglokm_pmacmia\
      mu_nacnalnejno_nteną_o_ko_no_oo_so_zoczompon_onaorzownowoośćożeożnpo_racre_resrocrogronr\
      owrozrtory_rówszat_pta_taktaltkitkotortośtrotrztu_tycu_pująwaćwe_wy_wykwyśy_dy_ny_sy_zz_\
      pzanzawzezznizoszysąceącyć_pświżnażyt/22_ad_al_ar_ba_be_bi_dz_fo_gd_mi_no_or_pi_ró_sk_wł\
      _ze_zw_żea_aa_ba_la_madaameandapiardarzas_atobezblochaciacjecy_czbdczdnidzee_ae_ce_lecze\
      d_ejsen_eroerwes_i_di_ii_ji_ki_oi_ti_uichiecieżikiinfinuiowisaiskiszj_pjśckcjklaklikolkr\
      ekłalawlislnelnilnyma_matmyśnasnfonicniunięnownośnt_ntanu_o_do_jo_to_uodcodoomoomyoniont\
      opioraparpiepompospozprerazrszrząsiesowstkstosu_słut_tt_wtacte_tlatnitwou_nu_wu_zuchuniu\
      rzutew_sw_tw_wwegwejwiswięworwycwymwysy_jy_oy_uyciyczykoypiytkyślyśwzaczapzeczedzwazwyzy\
      cządóreóryówną_pą_wądzć_węciędzępnępuładługśln/23_blanoargcą_da_eciemuet_gdyh_wiałii_ij_\
      końkralkominnajnijokaońcputsujtartegtyltówu_dunkwerwody_tzerzesłanłow
      """
    ),
    (
      code: "cs",
      table: """
      14_ne/15_je_po_prje_ní_/16_a__na_př_sech_na_ostou_se_te_/17_do_st_zae_ne_pe_seního_prože\
      _/18_ja_to_v__vy_žeat_ce_e_vem_jakktele_li_né_ně_ovapřesoustaterto_í_pím_/19_js_kd_ko_kt\
      _li_ma_mo_ob_ro_so_sp_sv_ta_vea_pak_astborby_e_je_me_te_zeboen_eteit_jí_kdykonky_lovnebn\
      osnouo_po_sovápodprapřipříst_stistrtelti_ujevatáníí_ní_sí_vých/20_ab_by_ch_co_ji_k__ka_m\
      u_mů_ni_ná_ně_od_s__si_vý_záa_na_sa_vajíakoaleatebo_choci_cí_de_do_dy_e_de_ke_oechednhod\
      i_ni_pi_sjedjenjsoka_ko_ku_ké_likm_pme_mi_mu_můžnejnikny_ná_ný_o_jo_no_vodnoubovépouprár\
      o_rozsi_slostestut_nt_pt_staktí_u_nu_pu_subovánvé_ví_y_szené_péhoí_aí_jíchředší_ůže/21_a\
      l_bu_bý_ho_in_kl_má_o__pa_sl_te_vě_vš_z_a_ja_ka_ta_zabyacebrabudco_dnodobdyždí_děle_ae_b\
      ek_enter_eréestet_ečnež_i_ji_vichistkovla_ladledlenlidlo_m_nm_smanmenne_nemnennicno_novn\
      utnímo_do_mo_to_zobrohookuoleoliotooužovnověpokpolposracravrovru_ry_rávré_spostnstostít_\
      at_jt_vtavtnítomtu_ty_tě_třeu_au_vujíužive_venvnívá_větvšey_jy_ny_py_vystyž_ze_znaé_sí_k\
      í_mí_tí_zým_ženžitživ/22_ba_be_ce_da_de_di_dr_hl_i__kr_le_mi_mí_mě_no_op_pl_re_sa_sk_sy_\
      už_vl_vá_ví_zm_zn_zp_ča_čla_da_ma_oacoal_alialoaniatiavebezbylbýtchncovdendnidnídosdoudr\
      udu_e_ce_le_uedeel_eleenoerýes_forh_ph_shlehovi_ai_ki_mi_zickie_ikaikoiskivojejji_jinjte\
      jícjšík_nk_pk_skazkdoklaklikolkoukudlaslivlnílouložly_m_jm_vmusmá_měnnamnapnasnepnesnežn\
      i_nu_nícníknýcnýmnějněko_ao_co_ko_oochod_ojeom_on_or_ormoruoutovoovýpompotpovpozpočratra\
      zrmarobrosrotrý_skuslesobstásvét_kta_tattentovtr_tratuptímu_ju_ku_mu_zud_udeusíut_užív_p\
      valvanvedvelvolvýcvědvěky_ay_ky_mza_zoválnám_áteávaém_í_dí_oícííhoíslístít_íteízeýt_časč\
      ločítějšěníěteřebři_ří_říkřísřízšecštěžet/23_an_os_tr_va_zv_če_žia_aacíažddatdokdove_žeh\
      oelienahlahu_i_di_til_ivakackažklám_am_km_zmohnecnito_bokoontočípadplipojranre_rodskésté\
      syst_dt_mt_tt_ztačtečtrotému_ous_utívlavypvícy_zá_pá_sé_né_ví_bž_sžív
      """
    ),
    (
      code: "sk",
      table: """
      14_je_neje_/15_na_ni_prie_/16_a__po_sako_sa_to_/17_ak_do_kt_žea_na_sastať_ch_e_je_ne_sho\
      _ia_iť_ktolovme_na_nieus_/18_ch_ho_le_lá_ro_st_to_ve_vš_za_čl_žia_ja_ma_vaj_ak_akoatedy_\
      e_ae_pe_vejšen_etkiatiuska_lásnajne_nejo_no_so_vom_osťoveprere_riastisť_te_vekvšeáským_č\
      ločo_šetšťať_sťasže_žen/19_aj_al_ke_ma_má_ná_se_si_sl_sv_ta_v__vi_vy_čo_šťa_aa_pa_taleba\
      _bo_by_ca_dobdose_me_teboej_ek_eneeroeď_ivokeďlenmi_má_necnemnikný_o_mo_postou_praprirat\
      ravrobrozskastatenteľti_ujevoty_ny_sýchšieť_aživ/20_bo_by_ce_hl_k__ka_ko_mo_mu_od_ra_so_\
      sp_sy_te_ľua_ba_da_ka_zal_avdce_chcchoci_de_e_ce_de_le_zenaeniepšes_esthcehoviacjú_jšijš\
      íkonku_ky_le_leblepm_smenmôžnianičnosné_o_jo_zo_čobron_ov_ovaoviovorussensi_stnstostrsvo\
      syrtaktietkou_nu_sva_vaťvievojvoryruám_ávaéhoím_ší_/21_ab_be_ci_de_di_dr_he_in_ja_ju_kr_\
      me_mi_ml_mô_mú_pa_s__sm_sú_tr_tý_vl_vo_vž_z__zl_zo_čaa_la_čabyac_ajúamianias_atiaždbezbu\
      dbyťcercicdiadnedrudu_e_be_he_ke_žecaechekaemeenáer_eteez_eň_eš_hodhori_ai_si_viceieťikd\
      il_iloingistiteič_jedjemju_k_nk_skažkdykomkraladleslo_lý_m_nmiemilmu_musmúdn_knapnednepn\
      esnezni_no_ny_ná_o_lo_to_žochohooraot_otepocpotprápríradrebredro_ruhrácsebsiaslospestvsv\
      esú_thetiutnýtomtortratretvou_au_pvedvervetviavidvždyť_za_začí_símeôžeúdrčasď_sľa_šiať_n\
      ždy/22_dô_go_ib_o__pe_sr_ti_tu_ur_uč_vá_záa_ca_ha_ra_žadoameapoatkazebiťbohbolbí_chlda_d\
      ajdendiedo_dí_dý_e_ie_oe_čebaediednedoedyel_emiemáenýethetoečoeľaeľkgoehe_hlui_mi_niazic\
      hiečiešiktiliim_in_j_sj_tk_akrákýmlasli_lielstm_mm_pm_tm_vminmysnenneunámnýmo_ao_co_do_i\
      o_kobiobíodnoetoj_ojioleoripenplapovpozpšira_rajranrdcretrierosrí_silsmesposrdstestáta_t\
      arteltojtočtu_u_cu_vudiurovajvanvecveľvo_voly_aze_zo_á_ní_píš_ý_nývačí_čímľudľúbš_sť_jť_\
      kť_mť_tť_vždýžia/23_bl_bu_dv_hu_ký_my_ov_pl_sk_vz_ľaachadnajtajvajšareay_be_celceschuchv\
      chádiudokdrodávdôve_re_šebuec_edeehoepoezaeť_ež_gwahemhopi_ci_dibailu
      """
    ),
  ]
}
