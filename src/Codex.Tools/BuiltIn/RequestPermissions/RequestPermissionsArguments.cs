using System.Diagnostics.CodeAnalysis;
using Codex.Formats.Json.Shapes;
using Codex.Protocol.Permissions;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.RequestPermissions;

/// <summary>The arguments of <c>request_permissions</c> (<c>codex-rs/protocol/src/request_permissions.rs</c>).</summary>
internal sealed record RequestPermissionsArguments(AdditionalPermissionProfile Permissions, string? Reason)
{
    private static readonly JsonShape s_shape = JsonShape.RecordOf(
        "RequestPermissionsArgs",
        new("reason", JsonShape.Text, JsonFieldPresence.Nullable),
        new("permissions", AdditionalPermissionsArgument.StrictShape));

    /// <summary>Reads the arguments; the error says what is wrong with them.</summary>
    /// <param name="json">The arguments.</param>
    /// <param name="directory">Where relative paths start; absolute.</param>
    /// <param name="arguments">What they say.</param>
    /// <param name="error">For the model.</param>
    public static bool TryParse(
        string json, string directory, [NotNullWhen(true)] out RequestPermissionsArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        arguments = null;
        if (!JsonShapeCheck.TryParse(json, s_shape, out var root, out error))
        {
            error = $"failed to parse function arguments: {error}";
            return false;
        }

        var permissions = AdditionalPermissionsArgument.ReadProfile(root.GetProperty("permissions"), directory);
        error = permissions.IsEmpty ? "request_permissions requires at least one permission" : null;
        if (error is null)
            arguments = new RequestPermissionsArguments(permissions, root.Text("reason"));
        return error is null;
    }
}
