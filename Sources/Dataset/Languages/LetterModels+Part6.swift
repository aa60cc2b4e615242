// Made by Tests/Peers/make_letter_models.py.

extension LetterModels {
  static let part6: [(code: String, table: String)] = [
    (
      code: "lt",
      table: """
      13ti_/14_paai_as_os_/15_be_da_priniitete_us_/16_ap_at_ko_la_na_nuatyaudbeiei_grakitlanma\
      snauogrproramranrogust/17_fa_ga_ir_ka_ne_sp_suailaliangarbausdardinfaigaliaiimainkintinė\
      ir_is_istjunklalaimaimenmo_mosmą_nimnusrins_ks_pstastetattintymudoungės_/18_ek_iš_kl_me_\
      pe_ta_ti_vaapiasiatsaugavidote_peikekrelėenigini_ai_ii_ni_pi_siauie_ikiimoio_ių_joskaikr\
      akurmų_nesniantio_spaspauperrbargis_bs_ns_ssissitspastitertikvalveryma/19_ar_di_jū_ke_ku\
      _si_už_ve_vi_įraikaipaleamaamoandargatiau_aukdisdomdžie_de_ke_seisemoerigiagtii_bi_di_fi\
      _kijoijuikriluimuip_iskitiiu_je_jūskeikinkomkopktilinluslų_matme_mi_ngtniunuonėso_nomeop\
      ioriotiotopatpiepijrodrtis_ds_is_msarsdisijtaiteltemtsauoturiusdutevaiveiyraytių_s/20_bū\
      _gn_ju_ma_ry_sa_yr_šaaciaisaizalaalgamųaneanoantapžar_atvbaldaudiedojdordumendertes_eske\
      šiga_gnogą_i_vi_įia_imąiusiutizdjų_kalkiaklokrilaulavleilenlitmpims_musndondunganginkino\
      _nomnt_ną_o_ao_dokiomiompp_ppiuprapripuspžvra_rasriuryšs_tsavskasklspusu_sų_tojtostuvtve\
      u_augiumauosusiutivarvo_įrašimūsųų_kų_lžiožva/21_an_as_ba_in_ki_ra_ro_se_sk_sr_st_sv_tu_\
      į__įda_padiakialpamiamąančaraarsaskasmat_ateaujavoba_batbo_cijdaldamdeldide_ae_negteider\
      jetogargimgusgų_i_ei_giatideidiidžiegijaiklikmiktilaildilųinoiršityišjjimjo_juoją_kimkme\
      kosldolgalimlo_lė_lėkmetminmuinešngungųninnklnokntunčinė_o_bo_po_ro_tojoomaosepagpalpapp\
      arpavpikpilplar_dr_lr_vrakrašrbirboritrjurosrį_ršus_as_es_js_lse_sirskiskysmeso_sristosu\
      ksužsvataltartietogtystyttą_ui_urtužiužrvadviavimvirvišybėysiyšią_aą_bčiaėkiįdišalšjušut\
      ų_aų_ių_pžinžra/22_de_el_pi_šia_sabaagaaidaitaldameanaapaaplarparyastatūautavabelbėsdešd\
      imdo_duodytdėle_ge_jediektelaenoersfori_ji_mi_ti_šianiesijųimyinaineiriiš_jasjumjusklųko\
      _kroktokyrkį_lasldylialpalėjlėslę_ma_mismybngąnionktnosnėjo_io_įodoojaojiormostpa_r_prat\
      raurijrioriųrmarp_rsis_gs_vs_ysausust_pta_tantimtisto_tratsitukturtūr
      """
    ),
    (
      code: "lv",
      table: """
      13as_/14_vaai_es_iet/15_da_iz_paiespietietu_/16_at_ie_ir_ka_la_no_pi_sa_unar_datet_ir_ju\
      mlailies_is_vvaivarvie/17_ar_jū_ko_li_ne_pā_ta_uz_viaraem_etoiemienja_jūsms_ot_parpārs_k\
      s_pstatotun_šan/18_ja_ma_pr_ti_tāam_anaat_atnatodiei_iizmizvkstmanmu_ness_as_ds_ls_ns_ss\
      _tsavskaspistit_pta_tasti_tnetoru_pu_vumsumuus_vēlzmaās_ūs_/19_ci_kā_re_sp_to_tī_vea_ia_\
      pad_aksantarīastatīdaredienoestetii_ai_pi_ti_viediekierijaināiskistjasju_ka_kaskatkonkrā\
      kurkā_ma_mērna_nasnotntoos_prora_rakramrasratrieru_rādrēts_js_uslēsu_t_at_dt_tt_vtattert\
      o_ts_tā_u_du_ku_su_tuz_veizvēām_ēt_ētuīt_ņu_/20_ap_be_bū_di_dr_ek_in_ju_ku_lo_sk_st_vēa_\
      aa_ja_ka_sa_ta_vaisarbarēatiatuatvaudausavibūtcijcitdu_dzēdīteideizerierīi_ki_si_uievint\
      is_jiekumla_lablikloglēglētmaini_nieno_nosntenu_nātojuontotnr_preiri_rs_rī_stut_it_kt_lt\
      _stautiktiņtojtājtīktītu_au_iu_lu_nu_uumaustvadverāk_āt_ēgtījuīklūsuūt_/21_ad_au_ga_kl_k\
      r_na_pe_po_sia_da_la_naduainairajaajāaktatratsatņatūaukav_bezciedaždisek_ekremēenteraesl\
      espevaevigu_i_di_li_niecieliešijuikaiktikšiniizsiņujamjaujotjā_kadkaiki_klaklikopks_ku_k\
      ārli_lu_m_im_pmapmasmi_navnojoguoraotiotāošapalpripēcpējr_ar_ir_sr_tredrinrākrānrīcs_bs_\
      ms_rsarsausiesisspēst_strstēstīt_nt_utnitostraturtāstēmtījtņutūru_bumivajvisvērzvazētā_i\
      ā_pāciādāārsārvēc_ējaējuēliēmaēraērtēšaībaļaušķi/22_ba_do_fo_gr_jo_jā_pē_ra_se_te_tuabāa\
      daadzaikalialīamaamsapaarearoarāatbattaunautavubasbauda_dasdotdrueciedzeikekļeleelier_er\
      vetaezvforgi_gragt_i_ji_midoie_iežiksinsinīirsirāitiitāiņajadjoskalkamkarkaņkluktikādkšķ\
      latleslstlīdm_km_tm_vmatmusn_inepnetnevns_nstntanīto_do_io_ko_pogrojiojoormorsoruorāosap\
      aspašpelpilpirpogr_dr_vrairbarmārobrofrogrolrošrukrverā_rāsrīgstāsējt_jtadtestnētoštrotr\
      ātustvēu_judiukuukāuruusēvalvu_zinzīmā_kā_sā_vādaādīājuānaārbārlārtātiātuējoēlaēlēēm_ēs_\
      ētiīceīdzīgiītuņemši_šo_šu_ūra/23_pua_uammanubvidzifilm_dmā_odarbvsasski
      """
    ),
    (
      code: "tr",
      table: """
      14ir_/15_bi_veanıeriin_lanlarler/16_de_do_olak_an_araarıbirdosen_er_ileinilirosysyaya_ır\
      _/17_ba_be_bu_iç_ku_sa_se_yaalaamaar_asıbilda_de_ek_elieneeçeeğiiliiçikulle_llandasteull\
      ve_çinını/18_ay_di_ge_il_ka_ko_si_so_taa_ba_salıbelbu_değe_be_dekli_bindistki_klelamlenm\
      a_n_bn_dn_sndeni_nı_olar_br_drakri_rinrınseçsıntantiltırçenılaın_ınd/19_al_da_gi_gö_he_i\
      s_sü_t__ye_öna_dabiaktayıağldandendirdizdıre_ae_sekiemieniereesietieyai_di_iineiriirtizi\
      k_bk_ilemliklmalı_masme_n_an_kne_nekneğninnılnınr_ar_srilrtirı_sayse_sinsissı_tartemtert\
      irveyyalği_ğinğlaılışle/20_ad_ar_co_et_ha_in_iş_li_sı_ça_çıa_aa_ia_kakianaandatıayabağba\
      şe_ge_ie_kedeeleemeerleğei_gi_ki_sik_ilmirdisiiğiişlk_dkarkenkomktaktela_li_lmelırmakmal\
      mi_minmlemutn_ina_nlenımoluomur_ir_kr_vre_rlermasa_si_sonsüru_sunuur_uruut_verzinçıkğerğ\
      işı_bı_dı_oıcıılmımlınaırı/21_bo_fa_ki_no_pa_te_tü_uy_yo_öza_ga_yacaadıal_anmardartataay\
      rağıblocakce_cı_dekdildiğdure_ee_te_yebieceediel_ellgergirheri_ai_oi_ti_yiklilgim_imlirl\
      içek_kk_skilklaktılableşlinllelıdlışmanmekmesmlımışn_gn_on_tn_yncenlanmantanu_nıcnırolmo\
      n_onur_gr_yrafrderdirekrirrlarmersarumrılsatt_st_tta_tamte_turulaun_utuyanyapyasyazyenye\
      ryrıçalçeröntüm_üreürüı_gı_iı_kı_sıdııktısıığııştştiştı/22_ak_an_at_aç_bl_du_dö_dü_ed_ek\
      _eş_gr_gü_kı_ma_me_mo_ne_or_pr_re_rs_st_uz_za_çe_öra_ea_ta_vabuadaadeafıahaaltam_anlapıa\
      rlaygaynaz_azıaşlbiçbulca_ci_dahdakdarderdığe_he_oe_ve_çektem_emlendenlenmerdes_et_etkfı\
      ngelgengeçgi_gulgörgösgüngıtha_hati_vibiid_ildimiinlip_iz_işkiştk_akabketkinkonletlgilis\
      liğluşm_dmaymazmezmişmlamlimodn_en_hn_vn_çn_önaknc_ndindınmentınızok_oreortoruoyuparprop\
      ılr_er_hr_tr_öra_ralrasrecresrlirnersyrt_rtaruls_ssağsizstasynt_bt_dtabtaltektentimtkitl\
      atümtürtı_tılu_duluundunlup_uyguğuuştyaryguygıyi_yleyncyoryı_zamzerçeköncöstük_ümüüzeğın\
      ı_aıklıraırmız_ış_ışışkeşlaştu/23_böa_oakıaşabi_esti_ek_yranuk_ı_vı_y
      """
    ),
    (
      code: "id",
      table: """
      11an_/12_me/13da_kan/14_an_daandangengmenndang_/15_be_di_pe_seah_at_bernga/16_ba_ke_te_u\
      n_yaa_da_mak_akaalaapaas_atadanganikakasmemngkntunyapersi_tertukuk_untyan/17_at_de_in_la\
      _pa_saa_aadaar_ariasidapdi_er_eraerkik_ingk_mka_likn_an_dn_mn_pn_tpatpenranri_rkatu_ungy\
      a_/18_ak_ka_ko_ma_ta_tia_ba_pa_sa_tai_amaaraatuau_bahdaldenelaembgkaguni_ai_dih_iliin_in\
      ilahlamlihn_bn_kn_sna_nggt_mtautikukauna/19_ad_ap_bi_ha_ja_ji_mu_si_su_toa_kal_aliam_amb\
      anaasaayabagcardakdarekael_emiemuenaenderiertetaetig_dggui_bi_ki_mi_pi_sidailajikk_dkatk\
      e_kinkomla_lanmanmasmbambumilmunnaknamni_ntaol_omppa_padpanpilputr_ara_rins_dsansebtakta\
      sti_tidtomuatus_/20_kl_le_pi_pr_waa_lagiahaainaktakuampanyaplatibanbelbilbolbuabundiaebe\
      emaencentenyerbereerjersg_bgkih_dh_shanhati_tihaikiis_itajark_akerketki_klikonlailayma_m\
      atmbomelmermpun_ln_unanndenginguombplirikrtisa_salsissuat_dta_tamtantartemturu_mubauraut\
      e/21_al_bu_fo_je_li_na_nia_ia_ja_ua_yabeagaaksantap_aruasubarbebbihbukcetdelderdisebaebi\
      ecaediekseluem_eneenuepeerlet_g_ag_kg_mg_sg_tga_gaigatggagi_ginh_ah_bh_phkai_lianikuil_i\
      ntisaisiistitujenk_bk_kk_pk_sk_tkabkaikalkarksikunl_al_dlakleblkalu_makmpampin_in_jn_ync\
      endinkaontor_pakpror_draprekrjarmarnaruss_as_msamsecsepsessetstesukt_atektettintoru_auan\
      ukuun_uncup_ut_yar/22_ca_co_it_ju_lo_mi_rua_haanaatadiaftahkaikaluapuarnartawabatbutdafd\
      ahdipditebuedaeliemeempen_epaernerues_esafilfolforftagubh_kh_mh_thalhari_ii_ji_ui_yia_ia\
      pilkimaindinkiriirkja_kkaksaksektikurkusl_plalldeli_linm_dme_minn_nncanekngenghnirnjanju\
      nnyntinyioldon_oneormotopappaspempunr_br_kr_mr_pr_srakrasrbarisrlurses_bs_ps_ss_tsaasats\
      edsemserstat_bt_kt_stahteltentiftisu_du_ku_pu_su_tua_uarugaulaum_umeur_uruwar/23_ga_pu_r\
      i_tuahwannbacdikdire_derheteg_pgiah_lhaphwaiksit_jugkahktoktul_sloklumm_bmbemuamuln_cnal\
      ncintenu_nyeop_pusr_trberofs_ks_ysarselsikstit_it_pt_ttaptkatopverwa_wakyakyal
      """
    ),
  ]
}
