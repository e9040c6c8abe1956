#include "samplepanel.h"

#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int CodeLines = 14;
} // namespace

SamplePanel::SamplePanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(TextRole::Section))
    , m_language(new QComboBox)
    , m_subject(new QComboBox)
    , m_code(new QPlainTextEdit)
    , m_copy(new QPushButton)
    , m_copyWithSecret(new QPushButton)
{
    setObjectName(u"samplePanel"_s);
    m_language->setObjectName(u"sampleLanguage"_s);
    m_subject->setObjectName(u"sampleSubject"_s);
    m_subject->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_code->setObjectName(u"sampleCode"_s);
    m_code->setReadOnly(true);
    m_code->setFont(monoFont());
    m_code->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_code->setMinimumHeight(m_code->fontMetrics().lineSpacing() * CodeLines);
    m_copy->setObjectName(u"copySample"_s);
    m_copy->setIcon(icon(u"clipboard"));
    m_copyWithSecret->setObjectName(u"copySampleWithSecret"_s);
    m_copyWithSecret->setIcon(icon(u"clipboard"));
    for (QPushButton* button : {m_copy, m_copyWithSecret})
        button->setAutoDefault(false);
    for (const SampleLanguage language : SampleLanguages)
        m_language->addItem(toString(language));

    connect(m_language, &QComboBox::currentIndexChanged, this, &SamplePanel::showCode);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &SamplePanel::showCode);
    const auto copies = [this](QPushButton* button, bool withSecret) {
        connect(button, &QPushButton::clicked, this,
                [this, withSecret] { QGuiApplication::clipboard()->setText(code(withSecret)); });
    };
    copies(m_copy, false);
    copies(m_copyWithSecret, true);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_language);
    head->addWidget(m_subject);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_copyWithSecret);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_code, 1);
    layout->addLayout(buttons);
    fillSubjects();
    keepTranslated(this, [this] { retranslate(); });
}

void SamplePanel::setAccess(const SampleAccess& access, bool hasSecret)
{
    m_access = access;
    m_hasSecret = hasSecret;
    m_copyWithSecret->setVisible(hasSecret);
    showCode();
}

void SamplePanel::setObjects(const QStringList& queues, const QStringList& topics)
{
    if (queues == m_queues && topics == m_topics)
        return;
    m_queues = queues;
    m_topics = topics;
    fillSubjects();
}

SampleSubject SamplePanel::subject() const
{
    if (m_subject->currentIndex() < 0)
        return {false, u"my-queue"_s};
    return {m_subject->currentData().toBool(), m_subject->currentText()};
}

QString SamplePanel::code(bool withSecret) const
{
    SampleAccess access = m_access;
    if (m_hasSecret && !withSecret)
        access.secretKey = secretMask();
    return sampleCode(SampleLanguages[std::size_t(m_language->currentIndex())], access, subject());
}

void SamplePanel::fillSubjects()
{
    const SampleSubject chosen = subject();
    const QSignalBlocker blocker(m_subject);
    m_subject->clear();
    for (const QString& queue : m_queues)
        m_subject->addItem(icon(u"queue"), queue, false);
    for (const QString& topic : m_topics)
        m_subject->addItem(icon(u"topic"), topic, true);
    for (int i = 0; i < m_subject->count(); ++i) {
        if (m_subject->itemText(i) == chosen.name && m_subject->itemData(i) == chosen.isTopic)
            m_subject->setCurrentIndex(i);
    }
    m_subject->setVisible(m_subject->count() > 0);
    showCode();
}

void SamplePanel::showCode()
{
    const QString shown = code(false);
    if (m_code->toPlainText() != shown) // a selection survives a refresh of names
        m_code->setPlainText(shown);
}

void SamplePanel::retranslate()
{
    m_title->setText(tr("Ready code"));
    m_language->setAccessibleName(tr("Language"));
    m_subject->setAccessibleName(tr("Queue or topic"));
    m_code->setAccessibleName(tr("Ready code"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the code as it is shown"));
    m_copyWithSecret->setText(tr("Copy with secret key"));
    m_copyWithSecret->setToolTip(tr("Copy the code with the secret key, ready to run"));
}

} // namespace ui
