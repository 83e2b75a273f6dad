"""The language of a text, and texts of which none can be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.reading.languages.detection import detect_language

TEXTS = {
    "en": """
The harbour bridge will be closed for three weeks while engineers look at its cables. Nobody
was hurt, but the council said that it could not say when buses would run again.

More than forty bakers have signed a letter to the mayor. They want the old market hall to be
opened again before the winter, as it was ten years ago.
""",
    "es": """
El puente del puerto estará cerrado durante tres semanas mientras los ingenieros revisan los
cables. Nadie resultó herido, pero el ayuntamiento no sabe cuándo volverá el tráfico.

Más de cuarenta panaderos han firmado una carta a la alcaldesa. Piden que el mercado viejo se
abra otra vez antes del invierno, como hace diez años.
""",
    "pt": """
A ponte do porto ficará fechada durante três semanas enquanto os engenheiros verificam os
cabos. Ninguém ficou ferido, mas a câmara não sabe quando o trânsito será retomado.

Mais de quarenta padeiros assinaram uma carta à prefeita. Eles querem que o mercado velho seja
aberto de novo antes do inverno, como há dez anos.
""",
    "fr": """
Le pont du port sera fermé pendant trois semaines, le temps que les ingénieurs
examinent les câbles. Personne n’a été blessé, mais la mairie ne sait pas quand
il sera rouvert.

Plus de quarante boulangers ont signé une lettre à la maire. Ils veulent que
l'ancienne halle soit ouverte avant l'hiver, comme il y a dix ans.
""",
    "de": """
Die Hafenbrücke bleibt drei Wochen lang gesperrt, weil Fachleute die Seile prüfen. Verletzt
wurde niemand, doch die Stadt weiß nicht, wann der Verkehr wieder fließen kann.

Mehr als vierzig Bäcker haben einen Brief an die Bürgermeisterin unterschrieben. Sie wollen,
dass die alte Markthalle noch vor dem Winter wieder öffnet.
""",
    "it": """
Il ponte del porto resterà chiuso per tre settimane mentre gli ingegneri controllano i cavi.
Nessuno è rimasto ferito, ma il comune non sa quando il traffico potrà riprendere.

Più di quaranta fornai hanno firmato una lettera alla sindaca. Chiedono che il vecchio mercato
venga riaperto prima dell'inverno, come dieci anni fa.
""",
    "nl": """
De havenbrug blijft drie weken dicht omdat ingenieurs de kabels willen bekijken. Niemand
raakte gewond, maar de gemeente kan niet zeggen wanneer het verkeer er weer over mag.

Meer dan veertig bakkers hebben een brief aan de burgemeester ondertekend. Zij willen dat de
oude markthal nog voor de winter wordt geopend.
""",
    "sv": """
Hamnbron är stängd i tre veckor medan ingenjörer ser över kablarna. Ingen har skadats, men
kommunen vet inte när trafiken kan släppas på igen.

Över fyrtio bagare har skrivit under ett brev till borgmästaren. De vill att den gamla
saluhallen ska öppnas före vintern, så som det var för tio år sedan.
""",
    "da": """
Havnebroen er lukket i tre uger, mens ingeniører ser på kablerne. Ingen kom noget til, men
kommunen ved ikke, hvornår trafikken kan komme i gang igen efter lukningen.

Mere end fyrre bagere har skrevet under på et brev til borgmesteren. De vil have, at den gamle
torvehal bliver åbnet igen før vinteren, og at der kun skal sælges brød af nogle få.
""",
    "nb": """
Havnebroen er stengt i tre uker mens ingeniører ser på kablene. Ingen ble skadet, men kommunen
vet ikke når trafikken kan komme i gang igjen etter stengingen.

Mer enn førti bakere har skrevet under på et brev til ordføreren. De vil at den gamle
torghallen skal åpnes igjen før vinteren, og at det bare skal selges brød av noen få.
""",
    "fi": """
Satamasilta on suljettu kolmeksi viikoksi, kun insinöörit tutkivat sen vaijereita. Kukaan ei
loukkaantunut, mutta kaupunki ei vielä tiedä, milloin liikenne voi jatkua.

Yli neljäkymmentä leipuria on allekirjoittanut kirjeen, joka annettiin kaupunginjohtajalle. He
haluavat, että vanha kauppahalli avataan ennen talvea niin kuin kymmenen vuotta sitten.
""",
    "pl": """
Most portowy będzie zamknięty przez trzy tygodnie, ponieważ inżynierowie sprawdzają jego liny.
Nikt nie został ranny, ale miasto nie wie, kiedy ruch zostanie przywrócony.

Ponad czterdziestu piekarzy podpisało się pod listem do burmistrzyni. Chcą, aby stara hala
targowa została otwarta jeszcze przed zimą, tak jak dziesięć lat temu.
""",
    "cs": """
Přístavní most bude tři týdny uzavřen, protože odborníci kontrolují jeho lana. Nikdo nebyl
zraněn, ale město zatím neví, kdy se doprava opět rozjede.

Více než čtyřicet pekařů podepsalo dopis starostce. Chtějí, aby se stará tržnice otevřela
ještě před zimou, jako tomu bylo před deseti lety.
""",
    "sk": """
Prístavný most bude tri týždne uzavretý, pretože odborníci kontrolujú jeho laná. Nikto nebol
zranený, ale mesto zatiaľ nevie, kedy sa doprava opäť rozbehne.

Viac ako štyridsať pekárov podpísalo list starostke. Chcú, aby sa stará tržnica otvorila ešte
pred zimou, ako to bolo pred desiatimi rokmi.
""",
    "hu": """
A kikötői hidat három hétre lezárták, mert mérnökök vizsgálják a kábeleit. Senki sem sérült
meg, de a város még nem tudja, hogy mikor indulhat újra a forgalom.

Több mint negyven pék írt alá egy levelet, amely a polgármesternek szól. Azt kérik, hogy a
régi vásárcsarnok már a tél előtt nyíljon meg.
""",
    "ro": """
Podul din port va fi închis timp de trei săptămâni, cât inginerii verifică toate cablurile.
Nimeni nu a fost rănit, dar primăria nu știe când se va relua circulația.

Peste patruzeci de brutari au semnat o scrisoare către primar. Ei vor ca hala veche să fie
deschisă până la iarnă, după cum era acum zece ani.
""",
    "hr": """
Lučki most bit će zatvoren tri tjedna jer inženjeri pregledavaju njegovu užad. Nitko nije
ozlijeđen, ali grad ne zna kad će se promet nastaviti, gdje će voziti autobusi i tko će to
platiti. Nakon toga bit će više vremena za vrijeme prije zime.

Više od četrdeset pekara potpisalo je pismo gradonačelnici. Žele da se stara tržnica otvori
prije zime, kao što je bilo prije deset godina, a dvije trećine gradskih ureda također.
""",
    "sr": """
Лучки мост биће затворен три недеље јер инжењери прегледају његову ужад. Нико
није повређен, али град не зна када ће се саобраћај наставити и ко ће то да
плати.

Više od četrdeset pekara potpisalo je pismo gradonačelnici. Žele da se stara
pijaca otvori pre zime, kao što je bilo pre deset godina, ali niko ne zna ko će
da plati i gde će se u međuvremenu prodavati hleb. Posle toga će, kako kažu,
uvek biti mesta za sve.
""",
    "sl": """
Pristaniški most bo tri tedne zaprt, ker inženirji pregledujejo njegove vrvi. Nihče ni bil
poškodovan, a mesto še ne ve, kdaj bo promet lahko spet stekel.

Več kot štirideset pekov je podpisalo pismo županji. Želijo, da se stara tržnica odpre že pred
zimo, tako kot je bilo pred desetimi leti.
""",
    "tr": """
Liman köprüsü, mühendisler halatları incelerken üç hafta boyunca kapalı olacak. Kimse
yaralanmadı ancak belediye trafiğin ne zaman yeniden açılacağını bilmiyor.

Kırktan fazla fırıncı, belediye başkanı için yazılan bir mektubu imzaladı. Eski pazar yerinin
on yıl önce olduğu gibi kıştan önce açılmasını ve daha çok kişi için yer istiyorlar.
""",
    "id": """
Jembatan pelabuhan akan ditutup selama tiga minggu karena para insinyur memeriksa kabelnya.
Tidak ada yang terluka, tetapi pemerintah kota belum bisa memastikan kapan bus akan lewat.

Lebih dari empat puluh tukang roti menandatangani surat kepada wali kota. Mereka ingin pasar
lama dibuka lagi sebelum musim hujan agar warga bisa belanja setelah bekerja.
""",
    "ms": """
Jambatan pelabuhan itu akan ditutup selama tiga minggu kerana jurutera mahu memeriksa
kabelnya. Tiada sesiapa cedera, namun kerajaan tempatan berkata bahawa bas tidak boleh
melaluinya sehingga kerja itu siap.

Lebih daripada empat puluh tukang roti menandatangani surat kepada datuk bandar. Mereka mahu
pasar lama dibuka semula sebelum musim hujan supaya penduduk boleh membeli-belah selepas waktu
kerja, katanya semalam.
""",
    "vi": """
Cây cầu ở cảng sẽ đóng cửa trong ba tuần để các kỹ sư kiểm tra dây cáp. Không ai
bị thương, nhưng thành phố chưa biết khi nào xe buýt được chạy lại.

Hơn bốn mươi thợ làm bánh đã ký một lá thư gửi thị trưởng. Họ muốn khu chợ cũ mở
cửa trở lại trước mùa đông như mười năm trước.
""",
    "tl": """
Isasara ang tulay sa daungan nang tatlong linggo habang sinusuri ng mga inhinyero ang mga
kable nito. Walang nasaktan, pero hindi pa alam ng lungsod kung kailan ito bubuksan.

Mahigit apatnapung panadero ang lumagda sa liham para sa alkalde. Gusto nila na buksan muli
ang lumang palengke bago ang tag-ulan, gaya noong nakaraang sampung taon.
""",
    "ca": """
El pont del port estarà tancat durant tres setmanes mentre els enginyers revisen
els cables. Ningú no ha pres mal, però l’ajuntament no sap quan hi tornaran a
passar autobusos.

Més de quaranta forners han signat una carta a l'alcaldessa. Volen que el mercat
vell obri abans de l'hivern, com fa deu anys, i que els veïns hi puguin entrar
amb els seus cotxes.
""",
    "sw": """
Daraja la bandari litafungwa kwa wiki tatu wakati wahandisi wakikagua nyaya zake. Hakuna mtu
aliyeumia, lakini serikali ya mji haijui ni lini magari yatapita tena katika barabara hiyo.

Zaidi ya waokaji mikate arobaini wametia saini barua kwa meya. Wanataka soko la zamani
lifunguliwe kabla ya mvua, kama ilivyokuwa miaka kumi iliyopita.
""",
    "et": """
Sadamasild on kolm nädalat suletud, sest insenerid uurivad selle trosse. Keegi ei saanud viga,
kuid linn ei tea veel, millal bussid jälle sõita saavad.

Üle neljakümne pagari on kirjutanud alla kirjale, mis saadeti linnapeale. Nad tahavad, et vana
turuhoone avataks enne talve, nagu see oli kümne aasta eest.
""",
    "lv": """
Ostas tilts trīs nedēļas būs slēgts, jo inženieri pārbauda tā troses. Neviens nav cietis, bet
pilsēta vēl nezina, kad satiksme tiks atjaunota.

Vairāk nekā četrdesmit maiznieku ir parakstījuši vēstuli mērei. Viņi grib, lai vecais tirgus
tiktu atvērts vēl pirms ziemas, kā tas bija pirms desmit gadiem.
""",
    "lt": """
Uosto tiltas tris savaites bus uždarytas, nes inžinieriai tikrina jo lynus. Niekas
nenukentėjo, tačiau miestas dar nežino, kada eismas bus atnaujintas.

Daugiau kaip keturiasdešimt kepėjų pasirašė laišką merei. Jie nori, kad senasis turgus būtų
atidarytas dar prieš žiemą, kaip buvo prieš dešimt metų.
""",
    "ru": """
Портовый мост закрыт на три недели: инженеры проверяют его тросы. Никто не
пострадал, но власти города ещё не знают, когда по нему снова пойдут автобусы.

Более сорока пекарей подписали письмо мэру. Они хотят, чтобы старый рынок был
открыт до зимы, как это было десять лет назад.
""",
    "uk": """
Портовий міст закрито на три тижні: інженери перевіряють його троси. Ніхто не
постраждав, але влада міста ще не знає, коли ним знову їздитимуть автобуси.

Понад сорок пекарів підписали лист до мера. Вони хочуть, щоб старий ринок було
відкрито ще до зими, як це було десять років тому.
""",
    "bg": """
Мостът на пристанището ще бъде затворен за три седмици, докато инженерите
проверяват въжетата му. Няма пострадали, но общината не знае кога отново ще
минават автобуси.

Повече от четиридесет хлебари подписаха писмо до кмета. Те искат старият пазар
да бъде отворен преди зимата, както беше преди десет години.
""",
    "be": """
Партовы мост закрыты на тры тыдні: інжынеры правяраюць яго тросы. Ніхто не
пацярпеў, але ўлады горада яшчэ не ведаюць, калі па ім зноў пойдуць аўтобусы.

Больш за сорак пекараў падпісалі ліст да мэра. Яны хочуць, каб стары рынак быў
адкрыты яшчэ да зімы, як гэта было дзесяць гадоў таму.
""",
    "mk": """
Мостот на пристаништето ќе биде затворен три недели додека инженерите ги
проверуваат јажињата. Нема повредени, но општината не знае кога пак ќе минуваат
автобуси.

Повеќе од четириесет пекари потпишаа писмо до градоначалникот. Тие сакаат
стариот пазар да се отвори пред зимата, како што беше пред десет години.
""",
    "kk": """
Порттағы көпір үш аптаға жабылады, себебі инженерлер оның арқандарын тексеріп
жатыр. Ешкім зардап шеккен жоқ, бірақ қала әкімдігі қозғалыс қашан ашылатынын
білмейді, деп хабарлады.

Қырықтан астам наубайшы қала басшысы үшін жазылған хатқа қол қойды. Олар ескі
базар қысқа дейін қайта ашылуы керек деп санайды және бұл туралы жиналыс
өткізді.
""",
    "ar": """
سيبقى جسر الميناء مغلقا لمدة ثلاثة أسابيع بينما يفحص المهندسون حباله. ولم يصب
أحد في الحادث، لكن البلدية قالت إن موعد عودة الحافلات إلى الطريق لم يحدد بعد.

وقع أكثر من أربعين خبازا على رسالة إلى رئيسة البلدية. ويطلب هؤلاء أن تفتح السوق
القديمة قبل الشتاء كما كان الحال منذ عشر سنوات.
""",
    "fa": """
پل بندر به مدت سه هفته بسته است تا مهندسان کابل‌های آن را بررسی کنند. به گفته
شهرداری کسی در این حادثه آسیب ندیده است، اما زمان بازگشایی هنوز اعلام نشده است.

بیش از چهل نانوا نامه‌ای را برای شهردار امضا کردند. آنها می‌خواهند بازار قدیمی
پیش از زمستان باز شود، مانند آنچه ده سال پیش بود و همه با آن آشنا هستند.
""",
    "ur": """
بندرگاہ کا پل تین ہفتوں کے لیے بند رہے گا کیونکہ انجینئر اس کے رسوں کا معائنہ کر
رہے ہیں۔ کوئی زخمی نہیں ہوا لیکن شہر کی انتظامیہ کو معلوم نہیں کہ بسیں کب چلیں
گی۔

چالیس سے زیادہ نانبائیوں نے میئر کے نام ایک خط پر دستخط کیے ہیں۔ وہ چاہتے ہیں کہ
پرانا بازار سردیوں سے پہلے کھولا جائے جیسا کہ دس سال پہلے تھا۔
""",
    "hi": """
बंदरगाह का पुल तीन सप्ताह के लिए बंद रहेगा क्योंकि अभियंता उसके तारों की जांच कर
रहे हैं। किसी को चोट नहीं आई, लेकिन नगर निगम ने कहा है कि बसें कब चलेंगी यह अभी
तय नहीं है।

चालीस से अधिक नानबाइयों ने महापौर को एक पत्र लिखा है। वे चाहते हैं कि पुराना
बाजार सर्दियों से पहले खोला जाए, जैसा दस साल पहले था।
""",
    "mr": """
बंदरावरील पूल तीन आठवडे बंद राहणार आहे, कारण अभियंते त्याच्या तारा तपासत आहेत.
कोणीही जखमी झाले नाही, पण बस कधी सुरू होतील हे सांगता येत नाही, असे महापालिकेने
म्हटले आहे.

चाळीसहून अधिक बेकरीवाल्यांनी महापौरांना पत्र लिहिले आहे. जुना बाजार
हिवाळ्यापूर्वी सुरू करण्यात यावा आणि तो सर्व नागरिकांसाठी खुला असावा, अशी
त्यांची मागणी आहे.
""",
    "ne": """
बन्दरगाहको पुल तीन हप्ताका लागि बन्द गरिएको छ। इन्जिनियरहरूले तार जाँच गर्दै छन्
र कसैलाई चोट लागेको छैन, तर बस कहिले चल्ने भने नगरपालिकाले बताएको छैन।

चालीसभन्दा बढी बेकरी सञ्चालकले मेयरलाई पत्र लेखेका छन्। पुरानो बजार जाडो अघि नै
खोल्न उनीहरूले माग गरेका हुन् र यो माग पूरा गर्ने बताएको उनले भने।
""",
    "bn": "বন্দরের সেতুটি তিন সপ্তাহ বন্ধ থাকবে, কারণ প্রকৌশলীরা এর তার পরীক্ষা করছেন।",
    "ta": """
துறைமுகப் பாலம் மூன்று வாரங்களுக்கு மூடப்படும் என்று நகராட்சி தெரிவித்துள்ளது.
""",
    "te": "ఓడరేవు వంతెన మూడు వారాల పాటు మూసివేయబడుతుందని నగరపాలక సంస్థ తెలిపింది.",
    "gu": "બંદરનો પુલ ત્રણ અઠવાડિયા સુધી બંધ રહેશે એમ પાલિકાએ જણાવ્યું છે.",
    "pa": "ਬੰਦਰਗਾਹ ਦਾ ਪੁਲ ਤਿੰਨ ਹਫ਼ਤਿਆਂ ਲਈ ਬੰਦ ਰਹੇਗਾ ਅਤੇ ਬੱਸਾਂ ਨਹੀਂ ਚੱਲਣਗੀਆਂ।",
    "ml": "തുറമുഖത്തെ പാലം മൂന്നാഴ്ച അടച്ചിടുമെന്ന് നഗരസഭ അറിയിച്ചു.",
    "kn": "ಬಂದರಿನ ಸೇತುವೆಯನ್ನು ಮೂರು ವಾರಗಳ ಕಾಲ ಮುಚ್ಚಲಾಗುವುದು ಎಂದು ಪಾಲಿಕೆ ತಿಳಿಸಿದೆ.",
    "th": "สะพานท่าเรือจะปิดสามสัปดาห์เพื่อให้วิศวกรตรวจสอบสายเคเบิล ไม่มีผู้บาดเจ็บ",
    "he": "גשר הנמל ייסגר לשלושה שבועות בזמן שמהנדסים בודקים את הכבלים שלו.",
    "el": "Η γέφυρα του λιμανιού θα μείνει κλειστή για τρεις εβδομάδες, είπε ο δήμος.",
    "ka": "ნავსადგურის ხიდი სამი კვირით დაიკეტება, რადგან ინჟინრები ბაგირებს ამოწმებენ.",
    "hy": """
Նավահանգստի կամուրջը երեք շաբաթ փակ կլինի, քանի որ ճարտարագետները ստուգում են
այն։
""",
    "ko": "항구 다리가 기술자들의 점검을 위해 3주 동안 폐쇄된다고 시가 밝혔다.",
    "zh": """
港口大桥将关闭三周,工程师正在检查缆索。没有人受伤,但市政府还不知道公交车什么时候能恢复通行。

四十多名麵包師傅聯名寫信給市長,他們希望舊市場能在冬天以前重新開放,就像十年前那樣。
""",
    "ja": """
港の橋は技術者がケーブルを点検するため、三週間閉鎖される。けが人はなかった。

市場の再開を求めて、四十人を超えるパン職人が市長に手紙を出した。
""",
    # languages that are told only lest they be taken for others
    "af": """
Die hawebrug sal drie weke lank toe wees terwyl ingenieurs na die kabels kyk. Niemand het
seergekry nie, maar die stad weet nog nie wanneer busse weer daar sal ry nie.
""",
    "gl": """
A ponte do porto estará pechada durante tres semanas mentres os enxeñeiros revisan os cables.
Ninguén resultou ferido, pero o concello non sabe cando se abrirá. Os veciños xa dixeron que
non teñen máis paciencia e unha carta será enviada tamén á alcaldesa.
""",
    "is": """
Hafnarbrúin verður lokuð í þrjár vikur á meðan verkfræðingar skoða kaplana. Enginn slasaðist
en bærinn veit ekki hvenær umferð verður hleypt á hana.
""",
}

WITHOUT = {
    "empty": "",
    "blanks": " \n\t\n\u3000",
    "figures": "12 345 678 90 12 34 56 78 90 2020-10-13",
    "a word": "Harbour",
    "a name": "Marisol Quillfeather",
    "a short headline": "Storm hits harbour",
    "a headline of names": "Quillon, Exampleton, Marrowby: Doe beats Roe 3-1",
    "half and half": """
The harbour bridge will be closed for three weeks and nobody knows why. Портовый мост закрыт
на три недели, и никто ещё не знает, когда его снова откроют.
""",
    "two of one script": """
The bridge is closed and it will be so for three more weeks. Die Brücke ist gesperrt und das
wird noch drei Wochen so sein, auch wenn es nicht sein muss.
""",
    "Danish or Norwegian": "Hun har en stor bil og et lite hus i en by som er for dem.",
    "Han alone": "東京都知事選挙",
    "a list of words": "zinc, copper, tin, lead, gold, silver, nickel, iron, cobalt, platinum",
    "a language not known": """
Mae'r bont ar gau am dair wythnos tra bod peirianwyr yn edrych ar y ceblau. Ni chafodd neb ei
anafu ond nid yw'r cyngor yn gwybod pryd y bydd yn agor eto.
""",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, texts in TEXTS.items() for text in texts.split("\n\n")],
)
def test_language_is_told(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", WITHOUT.values(), ids=list(WITHOUT))
def test_no_language_where_the_evidence_does_not_suffice(text: str) -> None:
    assert detect_language(text) is None


def test_menus_in_another_language_do_not_count() -> None:
    menu = "Home\nNews\nAbout us\nThe latest\nSign in to your account\n\n"
    assert detect_language(menu + TEXTS["es"]) == "es"


def test_one_long_line_in_another_language_does_not_rule() -> None:
    notice = "We use cookies and we do that on this site, as you may have read before. " * 3
    for language in ("pl", "ru"):
        text = notice + "\n" + TEXTS[language]
        assert detect_language(text) in (language, None)


def test_names_in_another_script_do_not_count() -> None:
    text = "Мост в Exampleton закрыт на три недели, сообщил Jane Doe. Это не первый случай, но " * 2
    assert detect_language(text) == "ru"


def test_accents_written_apart() -> None:
    text = (
        "Le pont a e\u0301te\u0301 ferme\u0301 pour trois semaines et les bus ne sont pas la\u0300."
    )
    assert detect_language(text) == "fr"


def test_capitals() -> None:
    assert detect_language(TEXTS["de"].upper()) == "de"
    assert detect_language(TEXTS["ru"].upper()) == "ru"


def test_a_headline_of_several_small_words_suffices() -> None:
    headline = "What we know about the bridge that was closed on Monday and why it is not safe"
    assert detect_language(headline) == "en"


@given(st.text(max_size=6000))
def test_any_text_can_be_asked(text: str) -> None:
    language = detect_language(text)
    assert language is None or language.islower()
    assert detect_language(text) == language
