#include "wireerror.h"

namespace cmq::wire {

Error wireError(const Error& error)
{
    if (error.code != 0)
        return error;
    switch (error.id) {
    case ErrorId::Cancelled: // only receives wait long enough to be taken back
        return makeError(ErrorId::NoMessage);
    case ErrorId::NotSupported: return makeError(ErrorId::ActionUnknown, error.parameter);
    case ErrorId::ReadOnly: return makeError(ErrorId::NoCamAuthentication);
    default: return makeError(ErrorId::InternalError);
    }
}

} // namespace cmq::wire
