#include "copyline.h"

#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int TitleWidth = 96;
}

CopyLine::CopyLine(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(TextRole::Body, Tone::Secondary))
    , m_shown(new Label)
    , m_copy(new QToolButton)
{
    setObjectName(name + u"Line"_s);
    m_title->setMinimumWidth(TitleWidth);
    m_shown->setObjectName(name);
    m_shown->setFont(monoFont());
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setObjectName(name + u"Copy"_s);
    m_copy->setIcon(icon(u"clipboard"));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::TabFocus);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_value); });

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_shown);
    layout->addWidget(m_copy);
    layout->addStretch();
    keepTranslated(this, [this] { m_copy->setToolTip(tr("Copy")); });
}

void CopyLine::setTitle(const QString& title)
{
    m_title->setText(title);
    m_shown->setAccessibleName(title);
    m_copy->setAccessibleName(tr("Copy %1").arg(title));
}

void CopyLine::setValue(const QString& shown, const QString& value)
{
    m_shown->setText(shown);
    m_value = value;
}

} // namespace ui
