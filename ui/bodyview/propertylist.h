#pragma once

#include <QList>
#include <QScrollArea>
#include <QString>

class QGridLayout;

namespace ui {

/// One fact about a message. The value is text from outside and shown as such.
struct Property
{
    QString title;
    QString value;
    bool isMono = false; ///< ids and handles
    friend bool operator==(const Property&, const Property&) = default;
};

/// Facts, one below the other; each value can be selected and copied.
class PropertyList final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PropertyList(const QString& name, QWidget* parent = nullptr);

    void setProperties(const QList<Property>& properties);

private:
    QList<Property> m_properties;
    QWidget* m_content = nullptr; // made anew with each list of other titles
    QList<class Label*> m_values;
};

} // namespace ui
