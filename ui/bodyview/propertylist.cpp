#include "propertylist.h"

#include "ui/common/format.h"
#include "ui/common/label.h"

#include <QGridLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ValueLengthMax = 400;

bool haveSameTitles(const QList<Property>& a, const QList<Property>& b)
{
    return std::ranges::equal(a, b, {}, &Property::title, &Property::title);
}

} // namespace

PropertyList::PropertyList(const QString& name, QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(name);
    setWidgetResizable(true);
    viewport()->setBackgroundRole(QPalette::Base);
}

void PropertyList::setProperties(const QList<Property>& properties)
{
    if (properties == m_properties && m_content)
        return;
    if (!m_content || !haveSameTitles(properties, m_properties)) {
        m_content = new QWidget;
        m_values.clear();
        auto* grid = new QGridLayout(m_content);
        grid->setContentsMargins(12, 12, 12, 12);
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(8);
        for (int row = 0; row < int(properties.size()); ++row) {
            auto* title = new Label(TextRole::Body, Tone::Muted);
            title->setObjectName(objectName() + u"Title%1"_s.arg(row));
            title->setText(properties[row].title);
            auto* value = new Label;
            value->setObjectName(objectName() + u"Value%1"_s.arg(row));
            value->setAccessibleName(properties[row].title);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse |
                                           Qt::TextSelectableByKeyboard);
            value->setWordWrap(true);
            if (properties[row].isMono)
                value->setFont(monoFont());
            grid->addWidget(title, row, 0, Qt::AlignTop);
            grid->addWidget(value, row, 1, Qt::AlignTop);
            m_values.append(value);
        }
        grid->setColumnStretch(1, 1);
        grid->setRowStretch(int(properties.size()), 1);
        setWidget(m_content); // deletes the former one
    }
    m_properties = properties;
    for (int row = 0; row < int(properties.size()); ++row) {
        const QString shown = formatForeign(properties[row].value, ValueLengthMax);
        if (m_values[row]->text() != shown) // a selection in it survives
            m_values[row]->setText(shown);
    }
}

} // namespace ui
