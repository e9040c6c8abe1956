#include "fonts.h"

#include <QStringList>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

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
    static const QStringList families{u"Inter"_s, u"Noto Sans CJK SC"_s, u"Noto Sans SC"_s,
                                      u"Microsoft YaHei"_s, u"PingFang SC"_s};
    switch (role) {
    case TextRole::Caption: return fontOf(families, 8.5, QFont::Normal);
    case TextRole::Body: break;
    case TextRole::Section: return fontOf(families, 11.5, QFont::DemiBold);
    case TextRole::PageTitle: return fontOf(families, 15, QFont::DemiBold);
    case TextRole::Figure: return fontOf(families, 22, QFont::DemiBold);
    }
    return fontOf(families, 10, QFont::Normal);
}

QFont monoFont()
{
    static const QStringList families{u"JetBrains Mono"_s, u"Noto Sans Mono CJK SC"_s,
                                      u"monospace"_s};
    QFont font = fontOf(families, 9.5, QFont::Normal);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace ui
