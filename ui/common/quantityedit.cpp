#include "quantityedit.h"

#include "label.h"
#include "translated.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace ui {

using namespace Qt::StringLiterals;

QuantityEdit::QuantityEdit(cmq::SettingUnit unit, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_unit(unit)
    , m_edit(new QLineEdit)
    , m_meaning(new Label(TextRole::Caption, Tone::Muted))
{
    setObjectName(name);
    m_edit->setObjectName(name + u"Edit"_s);
    m_meaning->setObjectName(name + u"Meaning"_s);
    m_edit->setMaxLength(40);
    m_edit->setFixedWidth(112);
    setFocusProxy(m_edit);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_edit);
    layout->addWidget(m_meaning, 1);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        showMeaning();
        emit edited();
    });
    keepTranslated(this, [this] { showMeaning(); });
}

void QuantityEdit::setValue(std::int64_t value)
{
    m_edit->setText(typedQuantity(m_unit, value));
}

std::optional<std::int64_t> QuantityEdit::value() const
{
    return parseQuantity(m_unit, m_edit->text());
}

void QuantityEdit::showMeaning()
{
    const auto value = this->value();
    if (!value) {
        m_meaning->clear();
        return;
    }
    const QString read = formatQuantity(m_unit, *value);
    const QString plain = formatPlainQuantity(m_unit, *value);
    if (m_unit == cmq::SettingUnit::Count)
        m_meaning->clear();
    else
        m_meaning->setText(read == plain ? read : u"%1 = %2"_s.arg(read, plain));
}

} // namespace ui
