#include "fonts.h"

#include <QStringList>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString chosenText;
QString chosenMono;

QStringList after(const QString& chosen, QStringList families)
{
    if (!chosen.isEmpty())
        families.prepend(chosen);
    return families;
}

QFont fontOf(const QStringList& families, double points, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

} // namespace

QFont textFont(TextRole role)
{
    const QStringList families =
        after(chosenText, {u"Inter"_s, u"Noto Sans CJK SC"_s, u"Noto Sans SC"_s,
                           u"Microsoft YaHei"_s, u"PingFang SC"_s});
    switch (role) {
    case TextRole::Caption: return fontOf(families, 8.5, QFont::Normal);
    case TextRole::Body: break;
    case TextRole::Section: return fontOf(families, 11.5, QFont::DemiBold);
    case TextRole::PageTitle: return fontOf(families, 15, QFont::DemiBold);
    case TextRole::Figure: return fontOf(families, 22, QFont::DemiBold);
    }
    return fontOf(families, 10, QFont::Normal);
}

void setFontFamilies(const QString& text, const QString& mono)
{
    chosenText = text;
    chosenMono = mono;
}

QFont monoFont()
{
    const QStringList families =
        after(chosenMono, {u"JetBrains Mono"_s, u"Noto Sans Mono CJK SC"_s, u"monospace"_s});
    QFont font = fontOf(families, 9.5, QFont::Normal);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace ui
