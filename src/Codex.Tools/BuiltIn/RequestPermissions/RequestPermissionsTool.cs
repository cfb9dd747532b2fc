using Codex.Tools.Approvals;
using Codex.Tools.BuiltIn.Commands;
using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.RequestPermissions;

/// <summary>
/// Asks for permissions ahead of the commands and patches that need them. What is granted, which may be less, holds for the turn or
/// for the session.
/// </summary>
public sealed class RequestPermissionsTool : ITool
{
    private const string Description =
        "Asks the user for more access to files or for the network and waits for the answer, which may grant only a part of it. "
        + "What is granted applies by itself to the commands that follow, until the turn ends or, if the user says so, for the whole session.";

    /// <inheritdoc/>
    public ToolName Name { get; } = new("request_permissions");

    /// <inheritdoc/>
    public bool RunsInParallel => false;

    /// <inheritdoc/>
    public ToolSpec Describe(ToolContext context) => ToolSpec.Function(Name.Name, Description, Schema.Object(
        ["permissions"],
        ("permissions", AdditionalPermissionsArgument.Describe("What is needed.")),
        ("reason", Schema.Text("Why it is needed, in a few words; may be left out."))));

    /// <inheritdoc/>
    public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        if (call.Payload is not ToolPayload.Function function)
            return ToolOutput.WrongPayload;
        if (!RequestPermissionsArguments.TryParse(function.Arguments, host.Settings.WorkingDirectory, out var arguments, out var error))
            return ToolOutput.Failed(error);
        var request = new PermissionsApproval(call.CallId, arguments.Permissions, arguments.Reason);
        return ToolOutput.OfText(GrantText.Write(await host.Approvals.AskAsync(request, cancellationToken).ConfigureAwait(false)));
    }
}
