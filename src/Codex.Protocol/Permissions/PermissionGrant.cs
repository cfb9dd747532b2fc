namespace Codex.Protocol.Permissions;

/// <summary>The answer to a request for permissions (<c>protocol/src/request_permissions.rs</c>).</summary>
/// <param name="Permissions">What is granted; empty when nothing is.</param>
/// <param name="Scope">How long it holds.</param>
/// <param name="ReviewsEverything">Whether everything that the turn does from now on is reviewed first; only for a turn.</param>
public sealed record PermissionGrant(AdditionalPermissionProfile Permissions, PermissionGrantScope Scope, bool ReviewsEverything = false)
{
    /// <summary>Nothing is granted.</summary>
    public static PermissionGrant None { get; } = new(AdditionalPermissionProfile.None, PermissionGrantScope.Turn);

    /// <summary>What of this answer holds for a request: an answer never grants more than was asked for.</summary>
    /// <param name="requested">What was asked for.</param>
    /// <param name="context">What named places stand for.</param>
    public PermissionGrant Within(AdditionalPermissionProfile requested, PathContext context)
    {
        if (ReviewsEverything && Scope == PermissionGrantScope.Session)
            return None;
        return Permissions.IsEmpty ? this : this with { Permissions = Permissions.Within(requested, context) };
    }
}
