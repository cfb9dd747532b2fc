using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>What definitions call the types without parts.</summary>
internal static class ScalarNames
{
    /// <summary>The type of a name; null when the name is none of these.</summary>
    public static ScalarKind? Find(ReadOnlySpan<char> name) => name switch
    {
        "string" => ScalarKind.Text,
        "bool" => ScalarKind.Boolean,
        "any" => ScalarKind.Any,
        "unknown" => ScalarKind.Unknown,
        "int32" => ScalarKind.Int32,
        "int64" => ScalarKind.Int64,
        "uint16" => ScalarKind.UInt16,
        "uint32" => ScalarKind.UInt32,
        "uint64" => ScalarKind.UInt64,
        "uint" => ScalarKind.UInt,
        "float" => ScalarKind.Single,
        "double" => ScalarKind.Double,
        _ => null,
    };
}
