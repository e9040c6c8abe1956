#include "operationdialog.h"

#include "banner.h"
#include "label.h"
#include "operation.h"
#include "tableview.h"
#include "translated.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int ShowEveryMs = 100;
}

OperationDialog::OperationDialog(Operation* operation, Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_operation(operation)
    , m_title(new Label(TextRole::PageTitle))
    , m_summary(new Label(TextRole::Body, Tone::Secondary))
    , m_progress(new QProgressBar)
    , m_banner(new Banner(u"operationBanner"_s))
    , m_table(new TableView(u"operationTable"_s))
    , m_retry(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(u"operationDialog"_s);
    resize(640, 440);
    operation->setParent(this);
    m_title->setObjectName(u"operationTitle"_s);
    m_title->setWordWrap(true);
    m_summary->setObjectName(u"operationSummary"_s);
    m_progress->setObjectName(u"operationProgress"_s);
    m_progress->setTextVisible(false);
    m_retry->setObjectName(u"operationRetry"_s);
    m_close->setObjectName(u"operationClose"_s);
    m_close->setDefault(true);
    m_retry->setAutoDefault(false);
    m_table->setList(operation, settings);
    m_table->setColumnWidth(Operation::SubjectColumn, 180);
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_retry);
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_progress);
    layout->addWidget(m_summary);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);

    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(ShowEveryMs);
    connect(&m_showSoon, &QTimer::timeout, this, &OperationDialog::showProgress);
    connect(operation, &Operation::progressed, this, [this] {
        if (!m_showSoon.isActive())
            m_showSoon.start();
    });
    connect(operation, &Operation::finished, this, &OperationDialog::showProgress);
    connect(m_retry, &QPushButton::clicked, operation, &Operation::retry);
    connect(m_close, &QPushButton::clicked, this, &OperationDialog::reject);
    keepTranslated(this, [this] {
        m_title->setText(m_operation->title());
        setWindowTitle(m_title->text());
        m_table->setAccessibleName(tr("What came of each"));
        m_progress->setAccessibleName(tr("Progress"));
        showProgress();
    });
    operation->start();
    showProgress();
}

void OperationDialog::showProgress()
{
    const auto count = [this](WorkState state) { return m_operation->count(state); };
    const int ended = count(WorkState::Done) + count(WorkState::Failed) + count(WorkState::Unknown);
    // Without knowing how many there will be, the bar only says that something happens.
    const int expected = std::max(int(m_operation->expected()), ended);
    m_progress->setRange(0, m_operation->isRunning() ? expected : std::max(1, ended));
    m_progress->setValue(ended);
    QStringList parts{tr("%n done", nullptr, count(WorkState::Done))};
    if (count(WorkState::Failed) > 0)
        parts += tr("%n failed", nullptr, count(WorkState::Failed));
    if (count(WorkState::Unknown) > 0)
        parts += tr("%n unknown", nullptr, count(WorkState::Unknown));
    if (count(WorkState::Waiting) + count(WorkState::Running) > 0)
        parts += tr("%n left", nullptr, count(WorkState::Waiting) + count(WorkState::Running));
    m_summary->setText(parts.join(u" · "_s));
    const bool isRunning = m_operation->isRunning();
    m_close->setText(isRunning ? tr("Cancel") : tr("Close"));
    m_retry->setVisible(!isRunning && m_operation->canRetry() &&
                        (!m_operation->isComplete() || count(WorkState::Failed) > 0));
    m_retry->setText(count(WorkState::Failed) > 0 ? tr("Retry what failed") : tr("Go on"));
    if (m_operation->conclusion().isEmpty())
        m_banner->clear();
    else
        m_banner->show(BannerKind::Error, m_operation->conclusion());
}

void OperationDialog::reject()
{
    if (m_operation->isRunning())
        m_operation->cancel();
    else
        QDialog::reject();
}

} // namespace ui
