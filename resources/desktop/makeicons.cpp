#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

/// Draws the program's icon in the sizes that desktops ask for: `makeicons app.svg FOLDER` writes
/// FOLDER/16x16/apps/cmq-console.png and so on, as the theme hicolor wants them.
int main(int argc, char* argv[])
{
    if (argc != 3)
        return 2;
    QSvgRenderer drawing(QString::fromLocal8Bit(argv[1]));
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
        const QDir folder(
            QStringLiteral("%1/%2x%2/apps").arg(QString::fromLocal8Bit(argv[2])).arg(size));
        QImage picture(size, size, QImage::Format_ARGB32);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        drawing.render(&painter);
        painter.end();
        if (!drawing.isValid() || !folder.mkpath(QStringLiteral(".")) ||
            !picture.save(folder.filePath(QStringLiteral("cmq-console.png")))) {
            std::fprintf(stderr, "The icon of %d pixels was not written.\n", size);
            return 1;
        }
    }
    return 0;
}
