#include "savefile.h"

#include "banner.h"
#include "prompts.h"
#include "writefile.h"

#include <QCoreApplication>
#include <QWidget>

namespace ui {

namespace {

struct SaveFile
{
    Q_DECLARE_TR_FUNCTIONS(ui::SaveFile)
};

} // namespace

void saveFile(QWidget* parent, Prompts& prompts, Banner& banner, const QString& title,
              const QString& suggestedName, const QByteArray& bytes)
{
    const auto write = [parent, &banner, bytes](const QString& path) {
        writeFile(path, bytes, parent, [&banner, path](const QString& error) {
            if (error.isEmpty())
                banner.show(BannerKind::Success, SaveFile::tr("Written to %1").arg(path));
            else
                banner.show(BannerKind::Error, SaveFile::tr("%1 could not be written").arg(path),
                            error);
        });
    };
    prompts.chooseSaveFile(parent, title, suggestedName, write);
}

} // namespace ui
