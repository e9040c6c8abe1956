#include "signatureview.h"

#include "ui/common/label.h"
#include "ui/common/tokens.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPlainTextEdit>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit* makeText(const QString& name)
{
    auto* text = new QPlainTextEdit;
    text->setObjectName(name);
    text->setReadOnly(true);
    text->setFont(monoFont());
    text->setWordWrapMode(QTextOption::WrapAnywhere);
    return text;
}

/// Marks one character, or the end of a text that is over.
void mark(QPlainTextEdit* text, qsizetype position)
{
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(text->document());
    const int last = std::max(0, text->document()->characterCount() - 1);
    selection.cursor.setPosition(std::min(int(position), last));
    if (selection.cursor.atEnd())
        selection.cursor.movePosition(QTextCursor::PreviousCharacter);
    selection.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    const Tokens& colours = tokensOf(text->palette());
    selection.format.setBackground(colours.dead);
    selection.format.setForeground(colours.onAccent);
    text->setExtraSelections({selection});
    QTextCursor cursor = selection.cursor;
    cursor.clearSelection();
    text->setTextCursor(cursor);
    text->ensureCursorVisible();
}

} // namespace

SignatureView::SignatureView(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new Label)
    , m_serverTitle(new Label(TextRole::Caption, Tone::Muted))
    , m_clientTitle(new Label(TextRole::Caption, Tone::Muted))
    , m_serverText(makeText(u"signatureServerText"_s))
    , m_clientText(makeText(u"signatureClientText"_s))
{
    setObjectName(u"signatureView"_s);
    m_sentence->setObjectName(u"signatureSentence"_s);
    m_sentence->setWordWrap(true);
    m_serverTitle->setObjectName(u"signatureServerTitle"_s);
    m_clientTitle->setObjectName(u"signatureClientTitle"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_sentence);
    layout->addWidget(m_serverTitle);
    layout->addWidget(m_serverText, 1);
    layout->addWidget(m_clientTitle);
    layout->addWidget(m_clientText, 1);
    keepTranslated(this, [this] { show(); });
}

void SignatureView::setExchange(const Exchange& exchange)
{
    m_server = exchange.stringToSign;
    m_client = exchange.clientString;
    m_problem = exchange.signatureProblem;
    m_isServed = exchange.direction == Exchange::Direction::Served;
    m_difference = -1;
    if (!m_client.isEmpty()) {
        const auto [server, client] =
            std::mismatch(m_server.cbegin(), m_server.cend(), m_client.cbegin(), m_client.cend());
        if (server != m_server.cend() || client != m_client.cend())
            m_difference = server - m_server.cbegin();
    }
    m_serverText->setPlainText(m_server);
    m_clientText->setPlainText(m_client);
    m_serverText->setExtraSelections({});
    m_clientText->setExtraSelections({});
    if (m_difference >= 0) {
        mark(m_serverText, m_difference);
        mark(m_clientText, m_difference);
    }
    show();
}

void SignatureView::show()
{
    QString sentence;
    if (!m_problem.isEmpty()) {
        sentence = signatureReason(m_problem);
        sentence[0] = sentence[0].toUpper();
        if (m_difference >= 0)
            sentence =
                tr("%1 (first difference: character %2)").arg(sentence).arg(m_difference + 1);
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_serverTitle->setText(m_isServed ? tr("String to sign, as the server sees it")
                                      : tr("String to sign, as this console signed it"));
    m_clientTitle->setText(tr("String that the client signed"));
    m_clientTitle->setVisible(!m_client.isEmpty());
    m_clientText->setVisible(!m_client.isEmpty());
}

} // namespace ui
