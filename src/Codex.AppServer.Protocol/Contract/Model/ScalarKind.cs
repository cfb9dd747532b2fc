namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>The types without parts.</summary>
public enum ScalarKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Any JSON.</summary>
    Any,

    /// <summary>Any JSON that clients should not look into.</summary>
    Unknown,

    /// <summary>No value at all.</summary>
    Nothing,

    /// <summary>A signed number of 32 bits.</summary>
    Int32,

    /// <summary>A signed number of 64 bits.</summary>
    Int64,

    /// <summary>An unsigned number of 16 bits.</summary>
    UInt16,

    /// <summary>An unsigned number of 32 bits.</summary>
    UInt32,

    /// <summary>An unsigned number of 64 bits.</summary>
    UInt64,

    /// <summary>An unsigned number as long as an address of the machine.</summary>
    UInt,

    /// <summary>A floating-point number of 32 bits.</summary>
    Single,

    /// <summary>A floating-point number of 64 bits.</summary>
    Double,
}
