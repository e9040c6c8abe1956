#include "storeproblem.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int TextWidth = 560;
}

StoreProblemPage::StoreProblemPage(StoreProblem problem, QWidget* parent)
    : QWidget(parent)
    , m_problem(std::move(problem))
    , m_title(new Label(TextRole::PageTitle))
    , m_sentence(new Label(TextRole::Body, Tone::Secondary))
    , m_path(new Label)
    , m_detail(new Label(TextRole::Caption, Tone::Muted))
    , m_tryAgain(new QPushButton)
    , m_otherFolder(new QPushButton)
    , m_sandbox(new QPushButton)
{
    setObjectName(u"storeProblemPage"_s);
    auto* sign = new QLabel;
    sign->setObjectName(u"storeProblemIcon"_s);
    sign->setPixmap(icon(u"hdd", Tone::Dead).pixmap(QSize(40, 40), devicePixelRatioF()));
    m_title->setObjectName(u"storeProblemTitle"_s);
    m_sentence->setObjectName(u"storeProblemSentence"_s);
    m_path->setObjectName(u"storeProblemPath"_s);
    m_detail->setObjectName(u"storeProblemDetail"_s);
    m_tryAgain->setObjectName(u"storeProblemTryAgain"_s);
    m_otherFolder->setObjectName(u"storeProblemOtherFolder"_s);
    m_sandbox->setObjectName(u"storeProblemSandbox"_s);
    m_path->setFont(monoFont());
    for (Label* label : {m_sentence, m_path, m_detail}) {
        label->setWordWrap(true);
        label->setFixedWidth(TextWidth);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    setButtonKind(m_tryAgain, ButtonKind::Primary);
    m_tryAgain->setIcon(icon(u"arrow-clockwise", Tone::OnAccent));
    m_otherFolder->setIcon(icon(u"folder2-open"));
    m_sandbox->setIcon(icon(u"memory"));
    connect(m_tryAgain, &QPushButton::clicked, this, &StoreProblemPage::tryAgainRequested);
    connect(m_otherFolder, &QPushButton::clicked, this, &StoreProblemPage::otherFolderRequested);
    connect(m_sandbox, &QPushButton::clicked, this, &StoreProblemPage::sandboxRequested);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_tryAgain, m_otherFolder, m_sandbox})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(sign);
    column->addSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_path);
    column->addWidget(m_detail);
    column->addSpacing(16);
    column->addLayout(buttons);
    column->addStretch(3);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch();
    layout->addLayout(column);
    layout->addStretch();
    keepTranslated(this, [this] { retranslate(); });
}

void StoreProblemPage::retranslate()
{
    m_title->setText(tr("The store could not be opened"));
    switch (m_problem.reason) {
    case cmq::ErrorId::StoreInUse:
        m_sentence->setText(
            tr("Another program is using this store, perhaps a second console or an "
               "endpoint. Close it and try again, or work somewhere else."));
        break;
    case cmq::ErrorId::StoreReadOnly:
        m_sentence->setText(
            tr("This store or its folder is read-only, so no message could be kept. "
               "Allow writing and try again, or choose another folder."));
        break;
    case cmq::ErrorId::StoreForeign:
        m_sentence->setText(
            tr("This file is not a store of CMQ Console. It was left as it is. Choose "
               "another folder, or move the file away and try again."));
        break;
    case cmq::ErrorId::StoreDamaged:
        m_sentence->setText(tr("This store is damaged. It was left as it is, so that a backup or a "
                               "repair stays possible. Choose another folder to go on working."));
        break;
    case cmq::ErrorId::StoreNewer:
        m_sentence->setText(
            tr("This store was written by a newer version of CMQ Console. It was left "
               "as it is. Use that version, or choose another folder."));
        break;
    default:
        m_sentence->setText(
            tr("The store could not be created or read. Choose another folder, or work "
               "in a sandbox for now."));
        break;
    }
    m_path->setText(formatForeign(m_problem.path, 400));
    m_detail->setText(formatForeign(m_problem.detail, 400));
    m_detail->setVisible(!m_problem.detail.isEmpty());
    m_tryAgain->setText(tr("Try again"));
    m_otherFolder->setText(tr("Choose another folder…"));
    m_sandbox->setText(tr("Use a sandbox in memory"));
    m_sandbox->setToolTip(tr("Nothing is kept when the console closes."));
}

} // namespace ui
