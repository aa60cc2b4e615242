// Made by Tests/Peers/make_letter_models.py.

extension LetterModels {
  static let part5: [(code: String, table: String)] = [
    (
      code: "sl",
      table: """
      13_prte_/14_na_po_zaje_/15_daanjiteko_na_no_ostprepri/16_ine_pin_li_ne_niknjeorati_za_/1\
      7_al_do_iz_je_ko_la_mo_ra_se_st_up_v__va_vea_pa_vahkalialnateatoda_date_de_ne_se_vhkoi_p\
      ih_ja_jo_ke_ki_lahlnini_noso_poteporprarabravstastitektotupo/18_ka_ne_od_tia_da_na_savia\
      čue_ie_ke_zem_eriga_i_si_vik_ikaikoimeitijanjenka_likmenmernalnito_no_so_vopiov_proranra\
      čredremritse_terto_unave_čun/19_ba_bo_br_de_dr_im_ki_ob_om_sp_te_vr_z_a_ia_oa_zapraslavl\
      dele_be_le_me_oe_tegaek_elien_enienoeteev_grai_di_ii_ni_oipkiskizbičnklokovljaljelopmorn\
      amnapnasnjao_do_ko_zogoogrovepodpovramrazrezrimslosnistestostrtavtevtiptistrau_dv_pvarva\
      švitvljče_/20_en_kl_ma_me_ok_s__si_so_sv_to_us_vs_čea_ba_ka_tabiaj_ajaajoakoam_ameamiani\
      astatiavebitbo_bredrue_uednekeemeeneenjeruezžglei_ki_zimairaiškjemjihjtekatklikotla_ledl\
      o_lonlovma_mi_n_pnihnjinovo_io_oo_to_uodaoknom_ot_ovaovnposratrežrogrstru_rugskaso_sprst\
      _stnsvota_ustvečvo_vojvrszasznazžičinžič/21_bi_di_mi_ni_op_pa_tr_vi_žea_ja_la_ma_ra_uabl\
      abnarnarvavaavobarberbi_bljbnibnobosce_di_do_e_ae_jed_ediekaeloemaemienaenter_estetievee\
      zaeč_goči_ji_miceijeijoikiilailnim_isnistjalju_k_pkajkarknikopku_m_pmapme_metmišmogmren_\
      nnegneknemnetnilnimo_lo_modpogloljomrordovoočeočipkopogpomrdarekrevri_rijrikrjarnoro_rof\
      stvtantemtežtictnitortretrotvaujeumev_sva_velvenvervezvidvilvnivnovsezavzbečasčenčnečnič\
      no/22_bl_dv_ga_ji_le_nj_og_os_sh_sk_sl_ta_tu_vk_zv_ča_štajtamoar_ariarjartav_azaačiaš_ba\
      _batblica_co_dardisditdnodokdoldprdste_gekoeleembereerjernesletoevaevieznežaežježnfilh_p\
      hiti_ai_bi_li_ti_uicoijaikeiknikuil_iliiloinaitviz_izvičajatjavji_jnokakkalkankazknakolk\
      omkosle_litličljiločmatmedmemmesn_dn_sn_vnadnajnatnačnicnsknteo_bo_jobiobnod_odiofiojeol\
      oomaomeomoonaor_osnotooviočapa_pijpirpitpo_polpošrajralre_rejrenrilrnernirosročrtis_pseb\
      si_skoskusnotnetnotveudiuprv_kvajvanvi_vklvnevolzvočajčitše_štežavžel
      """
    ),
    (
      code: "hr",
      table: """
      13_prte_/14_da_poiteje_/15_ko_na_zada_e_pna_ti_/16_i__mo_raa_pakoanje_di_pijeitija_ko_li\
      _ne_njeoriostpriprosta/17_je_ka_ne_se_u__vaa_ia_satodate_ie_ke_ne_seteikailiistju_ka_ke_\
      korlikma_možni_no_om_oteprerisritse_stitektotza_/18_ak_bi_do_il_iz_od_sa_sta_da_ka_na_ua\
      ciatiačucije_me_oe_ue_verii_di_ii_sim_imaisnjenkojku_ljunitnjaožeransnistetavto_u_pvanva\
      š/19_is_kl_ov_su_sv_ta_ti_tr_up_ur_vi_ćea_ma_oa_va_zadaaliateavae_be_te_zenienji_ki_ni_o\
      i_uih_ijaipkiraivajedji_jučklikljledljeme_mognalniknomnosnu_o_po_sodaog_oguojeovepispodp\
      ospovprara_radravračređrijstotiptittraunaureva_vljće_čunžet/20_be_di_dr_im_in_li_mr_ob_o\
      t_sl_to_ve_vr_šta_ba_ja_taj_ajuaniastaviavlazibi_bitce_drue_ae_redaednekaekeeliem_eneeno\
      eđaežiga_glegrai_mi_vi_zisaiskičnjerkadkakkazki_ljam_pmatmenmjemrenicnogo_bo_do_jogroj_o\
      jioraovaovoozopokratrebredrenrežriksa_slostrsu_ta_taktertistortreu_du_iu_ku_sučive_vezvo\
      rzivzorčinčitđajše_že_/21_ap_br_de_lo_ma_mi_ni_os_pa_re_s__si_te_uk_usa_aa_rabeadnajaajt\
      ak_alaaloam_amaan_aneao_aplaraaslavkačiašeberbežci_dabdanditdnodrže_jebaediegleljemeenae\
      r_estgući_bi_ri_ticeik_iknikoiniispišejanjemjtekackaoknikomkonkovla_ličlo_lonnarnačnekni\
      hnimnjinovnuto_io_ko_nod_odeodrojaomeomoonaor_otvoviovnplipoppotramrazregremrimrogromrov\
      rozrstrugsnostutaltantuptvou_mu_nu_ou_uu_vu_zujeukluprustvarvervi_vitvjevnivnovo_zaszatz\
      naćetći_čničnoštašteštoželžič/22_ad_al_ba_bo_me_om_pu_sp_zv_žea_ga_ladiadrajeakaaktamoan\
      aar_ataavnazaačaaš_bojca_dajdesdijdindisdnidoddree_lekuemaen_entenuetaeziećeećigu_i_ai_j\
      icaiciijuiklilaimeinainuizaičijavjeljetkrakrelitm_dm_km_smišmornaznetnijo_mo_oo_uo_vo_šo\
      biogaoglokrokuon_oniopioreornosnotrpkupojpomponporputrajre_retri_rišrnirossamsklskoslisl\
      usposprst_stvsussvotamtastimtivtomtu_tvau_bu_tupiutiučavamvatvelvidvišvojvrszabzadzinzvu\
      ćenša_šavžit/23_ga_nja_ćač_di_eramo_opupogrekrilrofugiučnvećvršča_čajčen
      """
    ),
    (
      code: "hu",
      table: """
      12_a_/15_az_meaz_gy_/16_ha_sza_amegt_atásés_/17_be_eg_el_ki_le_va_ésa_kagyak_an_aszegyek\
      _eleen_et_felfájhasja_lennálok_sznájl/18_al_fe_fá_ho_ka_nea_fa_ma_sal_at_eg_enteszezeha_\
      hathethozintjelk_akatkorn_aon_or_sa_szeszttt_vagválz_aznáálláltás_ásaítá/19_ak_bi_cs_ke_\
      ké_kö_ma_mi_ny_re_te_váa_ba_ha_lakkalaapcatáatóbancsoe_ael_elyem_enderees_ettez_hogi_aik\
      _illk_mkapkezl_alatlhallellílítmenminnakneknemni_nt_nyoogyoz_pcsra_re_rens_asoksolsszsza\
      szátaltattelterti_tésy_ayomz_ezerzetzámzásálaálóásoásáát_ése/20_am_es_ez_fo_in_is_je_lé_\
      né_pr_ta_töa_na_pa_ta_valmaláatoattbb_benbeábilciócsaeheelhellelőeneer_erneteezéeálforg_\
      agyegéphelindis_k_ekalkkoképközküllaklaplasleglehletlislmaloklt_lyelásmazmelmezmásntyomb\
      os_ot_ottpros_ks_mse_st_ségsítt_et_ht_kt_mtintjattityűtó_valzésépeértító/21_ad_he_há_li_\
      má_ol_pa_pé_so_ve_ál_éra_ea_rablakoalkamearaartassatiatjazábe_bladsze_megjejeekeelmelsel\
      éemeeseetietéetőezőgomhezi_kiókjl_jlok_hk_kk_nkelkerketl_el_kl_mldáli_lkall_lmeltaltoló_\
      me_mítn_en_kn_mncsndendsnetokaolóontosíperpélr_arnyrt_s_es_fs_hs_ssaksi_sonsorszkszoságs\
      áht_ft_vt_étartektetthatketottoztártéktógul_va_vanvelvetvezy_mza_zatzközt_ztaző_ábaáciáh\
      oámíányároégeéldényészéséét_ítéógéók_ól_öve/22_ab_co_de_en_fi_gn_go_gy_hi_id_jo_kü_mó_po\
      _se_tá_ut_vi_áta_ca_da_gadaadáailakaaktappazoba_bizdaldatdendásdáue_ee_ke_vegaegfegéelte\
      nüerüetkevegadgesgjegosgragyagálháli_fi_hi_mikuil_infionissistit_jesjátk_sk_ékarki_kozku\
      mkuskénkönkövl_hl_vldalellemleslgálinljaljelkülsőlátléslétlózlő_maimatmbomtamódn_hn_ln_t\
      n_vne_nevnfonosntentsntántény_nyenyinyvnyőnélogrolaoldolgoláomtomáormoztozzparponrakramr\
      anresretrhermárogrolrtartertérásrésrüls_bs_ls_ns_ts_vsatsetssasziszísávső_t_bt_it_lt_nt_\
      st_tta_tentesthetiltlatoktostretsotteténtöbtörtő_us_ve_y_ey_hy_kyezz_izelzikzolzonztoztá\
      ábbák_álhálján_áraásiástáulávaék_ékeélkéreódoót_ózaöbbönyössül_ől_
      """
    ),
    (
      code: "fi",
      table: """
      13en_/14ta_/15in_iston_oststa/16_ja_jo_kä_ta_ti_vaa_taa_an_ja_n_kn_tsi_stotaatiettattätä\
      _äyt/17_ko_ku_nä_ol_on_sia_kaanallat_dosedoeenellet_ettiediseittkseksikäyla_le_lisllamis\
      n_soitsa_senssastitaiyttän_/18_ka_la_mu_pa_sa_se_tua_ja_oa_pa_sa_vai_aikainavaenterkesti\
      a_ikkillimeinellellimenn_an_jn_ln_mn_pn_vnenoisolesessetstestätettääuksuttvatvoiä_tää_ää\
      n/19_as_ei_ki_li_lu_po_su_to_tä_voa_aa_ea_la_naataisaliamaaseautdenei_elmesiessetoi_ki_o\
      i_si_tietiinimiintirjisiisäit_itaiteitäjoskaikirkonkunlinlläloslä_merminmuun_en_nn_ona_n\
      tanäyokoolloneos_ot_ritse_ssäsä_t_ttavteeteltenti_tiltoittettutultustämuloun_vaivalverä_\
      kämä/20_al_et_ha_ke_ma_mi_ni_oh_pi_so_ve_vi_vä_yh_yla_marvastatiatte_teisennerietuhjehte\
      ideieniirikainaissitsivijoika_kaakankinkkikkokkulailevlitlmalukmaamääneenetnneohjojapaip\
      äirjarkirkksaaseesiasiisinsist_kt_otamtartioto_tojtoktonttittötukus_useustut_uutvelytää_\
      jä_oä_sä_väriät_/21_ai_ar_co_en_er_es_in_jä_me_mä_na_pr_pä_sy_te_tya_haihailaitakeaksala\
      aluamiansapsarkasiassataausavie_keeseeteliemietaetäeutevahali_ji_li_pi_vikeilainnioiioni\
      tuiä_jeljenjesjotjärkalkeeki_kkeko_kokkuikutlaalaslauleelenletliilluluemalmanmatmä_männ_\
      hn_ynapne_nimnkinninsintentonäpoa_oi_oidoimokaomaomeoonoriottovepalpoippäpropsapääraarje\
      rjorvosausekselsimsiositsovstusuosuusäät_jt_st_vteitiitintsettytu_tuntyötäjudeuinumeunau\
      tautuuvavaavarvasvälvätyhtyksytöälläppärjäärön_/22_an_av_hi_ik_il_le_lo_n__no_os_ov_ri_s\
      ä_us_uu_x_a_yaavahdajaakianaannapadele_le_oe_see_eeleiteksenshakhdohiii_ei_miitiiviksilm\
      imminkinuio_ivaiväjanjokjä_kemkenkiekiskitkkakohkomkopkoskuvlanleili_lmilmäls_ltämaimasm\
      itn_in_rnisnnantintänäkoikoinojeomiopioreosiossotaovaperposrenreuri_rinrivs_ks_tsalsamse\
      iskesoistyt_at_et_lt_mt_nt_ptalterteytimtoatomtotty_tyytävtönua_unnuomuorurauteutiuuduus\
      vanvieviivirvisvityleystyteyötä_eä_lä_mä_nä_päimäinäisäjääkyäliältäsi
      """
    ),
  ]
}
