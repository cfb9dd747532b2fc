using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>What JSON schemas call the types without parts.</summary>
internal static class SchemaScalar
{
    /// <summary>The type; null for anything.</summary>
    public static string? NameOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Text => "string",
        ScalarKind.Boolean => "boolean",
        ScalarKind.Nothing => "null",
        ScalarKind.Any or ScalarKind.Unknown => null,
        ScalarKind.Single or ScalarKind.Double => "number",
        _ => "integer",
    };

    /// <summary>The format of a number; null for others.</summary>
    public static string? FormatOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int32 => "int32",
        ScalarKind.Int64 => "int64",
        ScalarKind.UInt16 => "uint16",
        ScalarKind.UInt32 => "uint32",
        ScalarKind.UInt64 => "uint64",
        ScalarKind.UInt => "uint",
        ScalarKind.Single => "float",
        ScalarKind.Double => "double",
        _ => null,
    };

    /// <summary>Whether no number is below zero.</summary>
    public static bool IsUnsigned(ScalarKind kind) =>
        kind is ScalarKind.UInt16 or ScalarKind.UInt32 or ScalarKind.UInt64 or ScalarKind.UInt;
}
