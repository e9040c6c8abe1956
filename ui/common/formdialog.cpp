#include "formdialog.h"

#include "banner.h"
#include "callhost.h"
#include "errortext.h"
#include "label.h"
#include "style.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

FormDialog::FormDialog(const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_title(new Label(TextRole::PageTitle))
    , m_banner(new Banner(name + u"Banner"_s))
    , m_body(new QVBoxLayout)
    , m_footer(new QHBoxLayout)
    , m_submit(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(name);
    m_title->setObjectName(name + u"Title"_s);
    m_submit->setObjectName(name + u"Submit"_s);
    m_close->setObjectName(name + u"Close"_s);
    setButtonKind(m_submit, ButtonKind::Primary);
    m_submit->setDefault(true);
    m_close->setAutoDefault(false);
    connect(m_submit, &QPushButton::clicked, this, &FormDialog::submitRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);

    m_body->setSpacing(12);
    m_footer->setSpacing(8);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addLayout(m_footer);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_submit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addWidget(m_banner);
    layout->addLayout(m_body, 1);
    layout->addLayout(buttons);
}

void FormDialog::offerCall(std::function<cmq::Action()> action)
{
    m_footer->addWidget(makeCallButton(this, std::move(action)));
}

void FormDialog::offerRehearsal(std::function<Rehearsal()> rehearsal)
{
    m_footer->addWidget(makeRehearseButton(this, std::move(rehearsal)));
}

bool FormDialog::event(QEvent* event)
{
    const bool handled = QDialog::event(event);
    // Qt's least size of a window knows nothing of lines that wrap: grow instead of squeezing.
    if (event->type() == QEvent::LayoutRequest && layout()->hasHeightForWidth()) {
        const int needed = layout()->totalHeightForWidth(width());
        if (height() < needed)
            resize(width(), needed);
    }
    return handled;
}

void FormDialog::setTitle(const QString& title)
{
    setWindowTitle(title);
    m_title->setText(title);
}

void FormDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    updateSubmit();
}

void FormDialog::setValid(bool valid, const QString& reason)
{
    m_isValid = valid;
    m_submit->setToolTip(valid ? QString() : reason);
    updateSubmit();
}

void FormDialog::showRefusal(const cmq::Error& error)
{
    setBusy(false);
    m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
}

void FormDialog::updateSubmit()
{
    m_submit->setEnabled(m_isValid && !m_isBusy);
}

} // namespace ui
