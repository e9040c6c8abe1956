#include "exchangedetails.h"

#include "signatureview.h"

#include "ui/bodyview/bodytextedit.h"
#include "ui/bodyview/json.h"
#include "ui/bodyview/propertylist.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QTabBar>
#include <QTabWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A longer value is cut in the list; the whole of it is in the string to sign.
constexpr int ValueLengthMax = 1000;
/// Longer answers are shown as they came: nobody waits for line breaks.
constexpr qsizetype IndentedBytesMax = 512 * 1024;

QString answerText(const QByteArray& answer)
{
    return QString::fromUtf8(
        answer.size() <= IndentedBytesMax && readJson(answer) ? indentedJson(answer) : answer);
}

} // namespace

ExchangeDetails::ExchangeDetails(QWidget* parent)
    : QWidget(parent)
    , m_caption(new Label(TextRole::Body, Tone::Secondary))
    , m_problem(new Label(TextRole::Body, Tone::Dead))
    , m_tabs(new QTabWidget)
    , m_parameters(new PropertyList(u"exchangeParameters"_s))
    , m_signature(new SignatureView)
    , m_answer(new BodyTextEdit(u"exchangeAnswer"_s))
{
    setObjectName(u"exchangeDetails"_s);
    m_caption->setObjectName(u"exchangeCaption"_s);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a URL may be long
    m_caption->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setObjectName(u"exchangeProblem"_s);
    m_problem->setWordWrap(true);
    m_tabs->setObjectName(u"exchangeTabs"_s);
    m_tabs->tabBar()->setObjectName(u"exchangeTabBar"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_parameters, {});
    m_tabs->addTab(m_signature, {});
    m_tabs->addTab(m_answer, {});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_caption);
    layout->addWidget(m_problem);
    layout->addWidget(m_tabs, 1);
    keepTranslated(this, [this] { retranslate(); });
    setExchange(nullptr);
}

void ExchangeDetails::setExchange(const Exchange* exchange)
{
    m_isEmpty = exchange == nullptr;
    const Exchange shown = exchange ? *exchange : Exchange();
    QList<Property> parameters;
    for (const RequestParameter& each : shown.parameters)
        parameters.append({each.name, formatForeign(each.value, ValueLengthMax), true});
    m_parameters->setProperties(parameters);
    m_signature->setExchange(shown);
    m_answer->setText(answerText(shown.answer));
    m_problem->setText(formatForeign(shown.problem, 400));
    m_problem->setVisible(!shown.problem.isEmpty());
    m_caption->setText(shown.peer.isEmpty() ? shown.method + u' ' + formatForeign(shown.url)
                                            : u"%1 → %2 %3"_s.arg(shown.peer, shown.method,
                                                                  formatForeign(shown.url)));
    m_tabs->setVisible(!m_isEmpty);
    // What was refused for its signature is looked at for that.
    if (!shown.signatureProblem.isEmpty())
        m_tabs->setCurrentIndex(SignatureTab);
    retranslate();
}

void ExchangeDetails::retranslate()
{
    m_tabs->setTabText(ParametersTab, tr("Parameters"));
    m_tabs->setTabText(SignatureTab, tr("Signature"));
    m_tabs->setTabText(AnswerTab, tr("Answer"));
    m_answer->setAccessibleName(tr("Answer"));
    if (m_isEmpty)
        m_caption->setText(tr("Select a request to see what was asked and answered."));
}

} // namespace ui
