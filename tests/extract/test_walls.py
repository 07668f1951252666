"""Pages that are no articles, and articles that are cut."""

import json

import pytest

from dateline.extract.walls import wall_of
from dateline.types import Article, Rejected

from .conftest import Make, noted, result_of

TITLE = "Ferry runs aground off Tarn Point"
FIRST = "A ferry with 61 people on board ran aground off Tarn Point on Sunday, the coast guard said in a statement."
BODY = [
    FIRST,
    "All passengers were brought ashore by fishing boats within three hours, said Ola Brandt, the harbour master.",
    "The ferry, the Astrid, had left Skelby at noon and was half an hour late because of fog, the shipping company said.",
    "Divers will look at its hull on Tuesday, and the coast guard has opened an inquiry into what happened on the bridge.",
]
NAV = "<nav><a href='/'>Home</a> <a href='/in'>Log in</a> <a href='/s'>Subscribe</a></nav>"
COOKIES = "<div class='cookies'><p>We use cookies to make this site better.</p><button>Accept all</button></div>"
OFFER = "<div class='offer'><h2>Subscribe to continue reading</h2><p>Already a subscriber? <a href='/in'>Log in</a></p></div>"


def page(title: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{NAV}<main><h1>{title}</h1>{body}</main>{COOKIES}</body></html>"


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


CONSENT = paragraphs(
    [
        "We and our 412 partners store and access information on a device, such as cookies, and process personal data.",
        "By clicking Accept all you agree to the use of cookies and to the processing of your personal data by our partners.",
        "You can change your choices at any time with the link Privacy at the end of each page.",
        "Use precise geolocation data. Create profiles for personalised advertising and measure the performance of content.",
    ]
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (page(TITLE, paragraphs([FIRST]) + OFFER), "paywall"),
        (page(TITLE, "<p>Please register to read the full story.</p>"), "paywall"),
        (page("We value your privacy", CONSENT), "consent"),
        (page("Sign in to your account", "<form><label>E-mail</label><label>Password</label></form>"), "login"),
        (page("Page not found", "<p>Sorry, the page you are looking for has moved or never was.</p>"), "no such page"),
        (page("404", "<p>It may have been moved. Try the search on our front page instead.</p>"), "no such page"),
        (page("Access denied", "<p>You don't have permission to access this page on this server.</p>"), "robots"),
        (page("Just a moment...", "<p>Verify you are human by completing the action below.</p>"), "robots"),
    ],
)
def test_what_stands_in_place_of_an_article_is_rejected(text: str, reason: str) -> None:
    result = result_of(text)
    assert isinstance(result, Rejected), result
    assert reason in result.reason


def test_a_check_for_robots_may_have_several_sentences() -> None:
    lines = [
        "This process is automatic. Your browser will redirect to your content shortly.",
        "Please enable JavaScript and cookies.",
    ]
    title = "Checking your browser before accessing coast.example"
    assert wall_of(title, lines, [title, *lines])


def test_pasted_notices_are_no_articles() -> None:
    result = result_of(f"{TITLE}\n\n{FIRST}\n\nSubscribe to continue reading\n\nAlready a subscriber? Log in", kind="text/plain")
    assert isinstance(result, Rejected)
    assert "paywall" in result.reason


@pytest.mark.parametrize("lines", [BODY, [FIRST]])
def test_menus_and_cookie_bars_make_no_wall(lines: list[str]) -> None:
    result = result_of(page(TITLE, paragraphs(lines)))
    assert isinstance(result, Article)
    assert result.text.split("\n\n") == [TITLE, *lines]


def test_an_article_on_walls_is_an_article() -> None:
    told = [
        '"Access denied" was all that readers of The Coast Paper saw on Monday, the paper said in a note to its subscribers.',
        "We use cookies to count visits, its editor Mara Lindqvist said, and a wrong setting had taken them all for robots.",
        "By noon the page could be read again, and the paper said that no personal data had been lost at any time.",
        "A firm in Skelby that runs the page for the paper will look at its logs this week.",
    ]
    result = result_of(page("Access denied", paragraphs(told)))
    assert isinstance(result, Article)
    assert wall_of("We value your privacy", told, []) is None


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_an_article_that_is_cut_is_flagged(kind: str) -> None:
    plain = "\n\n".join([TITLE, *BODY, "Subscribe to continue reading", "Already a subscriber? Log in"])
    result = result_of(plain if kind == "text/plain" else page(TITLE, paragraphs(BODY) + OFFER), kind=kind)
    assert isinstance(result, Article)
    assert result.text.split("\n\n") == [TITLE, *BODY]
    assert noted(result, "cut") == ["Subscribe to continue reading"]


def test_a_notice_that_the_text_goes_on_behind_cuts_nothing(pasted: Make, marked_up: Make) -> None:
    lines = [*BODY[:2], "Subscribe to continue reading", *BODY[2:]]
    for article in (pasted("\n\n".join([TITLE, *lines])), marked_up(page(TITLE, paragraphs(lines)))):
        assert article.text.split("\n\n") == [TITLE, *BODY]
        assert noted(article, "cut") == []


@pytest.mark.parametrize(("rest", "cut"), [("", ["false"]), ("<p>The inquiry may take a month, the guard said.</p>", [])])
def test_the_head_may_say_that_a_part_is_kept_back(marked_up: Make, rest: str, cut: list[str]) -> None:
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paid"}
    about = {"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": False, "hasPart": part}
    head = f'<script type="application/ld+json">{json.dumps(about)}</script>'
    article = marked_up(page(TITLE, f"{paragraphs(BODY)}<div class='paid'>{rest}</div>", head))
    assert noted(article, "cut") == cut


FOREIGN = "L'incendie s'est déclaré dimanche à l'aube sur le quai du port de Larnay."


@pytest.mark.parametrize(
    "notice",
    [
        "Cet article est réservé aux abonnés.",
        "Pour continuer votre lecture, connectez-vous ou abonnez-vous.",
        "Um den ganzen Artikel zu lesen, melden Sie sich bitte an.",
        "Dieser Artikel ist nur für Abonnenten verfügbar.",
        "Suscríbete para seguir leyendo",
        "Este contenido es exclusivo para suscriptores.",
        "Abbonati per continuare a leggere",
        "Questo articolo è riservato agli abbonati.",
        "Assine para continuar lendo",
        "Este conteúdo é exclusivo para assinantes.",
        "Word abonnee om verder te lezen",
        "Dit artikel is alleen voor abonnees.",
        "Zaloguj się, aby czytać dalej",
        "Ten artykuł jest dostępny tylko dla prenumeratorów.",
        "Logga in för att läsa hela artikeln",
        "Køb abonnement og læs videre",
    ],
)
def test_paywalls_in_other_languages(notice: str) -> None:
    result = result_of(page("Incendie au port", f"<p>{FOREIGN}</p><p>{notice}</p>"))
    assert isinstance(result, Rejected), result
    assert "paywall" in result.reason


@pytest.mark.parametrize(
    "lines",
    [
        ["Nous respectons votre vie privée", "Nous et nos partenaires utilisons des cookies.", "Tout accepter"],
        ["Ihre Privatsphäre ist uns wichtig", "Wir und unsere Partner verwenden Cookies.", "Alle akzeptieren"],
        ["Valoramos tu privacidad", "Nosotros y nuestros socios utilizamos cookies.", "Aceptar todo"],
        ["La tua privacy è importante", "Noi e i nostri partner usiamo cookie e dati personali.", "Accetta tutto"],
        ["Respeitamos a sua privacidade", "Este site utiliza cookies para medir o tráfego.", "Aceitar todos"],
        ["Uw privacy is belangrijk", "Wij en onze partners gebruiken cookies.", "Alles accepteren"],
        ["Szanujemy Twoją prywatność", "My i nasi partnerzy używamy plików cookie.", "Akceptuję"],
        ["Vi värnar om din integritet", "Vi använder cookies för att mäta trafiken.", "Godkänn alla"],
    ],
)
def test_questions_for_consent_in_other_languages(lines: list[str]) -> None:
    assert "consent" in (wall_of(lines[0], lines[1:], lines) or "")


@pytest.mark.parametrize(
    "title",
    ["Page introuvable", "Seite nicht gefunden", "Página no encontrada", "Pagina non trovata", "Nie znaleziono strony"],
)
def test_missing_pages_in_other_languages(title: str) -> None:
    assert "no such page" in (wall_of(title, ["404"], [title]) or "")


def test_foreign_notices_reject_no_english_sentence() -> None:
    lines = ["My aunt in the USA bakes cookies.", "We met Paul Refuser there."]
    assert wall_of("Cookies from the USA", lines, lines) is None
