namespace Codex.Protocol.Permissions;

/// <summary>How long granted permissions hold (<c>protocol/src/request_permissions.rs</c>).</summary>
public sealed class PermissionGrantScope : WireName
{
    private PermissionGrantScope(string value)
        : base(value)
    {
    }

    /// <summary>Until the turn ends; also the meaning of a missing value.</summary>
    public static PermissionGrantScope Turn { get; } = new("turn");

    /// <summary>As long as the thread is loaded.</summary>
    public static PermissionGrantScope Session { get; } = new("session");

    /// <summary>The value for a wire word, or null when there is none.</summary>
    public static PermissionGrantScope? Find(string? text) => text switch
    {
        "turn" => Turn,
        "session" => Session,
        _ => null,
    };
}
