using System.Text;
using Codex.Protocol.Permissions;

namespace Codex.Engine.Context;

/// <summary>
/// The <c>permissions instructions</c> fragment: the sandbox and when the user is asked, told to the model in words
/// (structure: <c>codex-rs/core/src/context/permissions_instructions.rs</c>).
/// </summary>
internal static class PermissionsInstructions
{
    private const string Never =
        "The approval policy is never: nobody can be asked. Leave `sandbox_permissions` out of every call, a command that asks for more is "
        + "refused. When the sandbox stops you, find a way inside it or say what you could not do.";

    private const string UntrustedOnly =
        "The approval policy is unless-trusted: the user is asked before every command except a small set of harmless, read-only ones.";

    private const string OnFailure =
        "The approval policy is on-failure: commands run inside the sandbox first; when one fails because of it, the user is asked whether to "
        + "run it again outside.";

    private const string OnRequest =
        """
        # Escalation Requests

        Commands run inside the sandbox. A command that cannot do its work there may ask to run outside: set `sandbox_permissions` to `"require_escalated"` and put one short question to the user into `justification`. Each part of a pipeline or of a command joined by `&&`, `||` or `;` is judged on its own.

        Ask when
        - the command has to write outside the writable roots or needs the network, and the task depends on it;
        - a command that matters failed and the error points at the sandbox (permission denied, read-only file system, name resolution);
        - the action is destructive and the user did not ask for it.

        Do not work around the sandbox, and do not send a separate message before asking: the call itself is the question. If the command belongs to a kind that will come up again, propose the shortest `prefix_rule` that covers that kind, such as ["npm", "run", "test"]; never one that would allow arbitrary programs, such as ["python3"] or ["bash"], and none for destructive commands or those with here-documents.
        """;

    /// <summary>The whole fragment, tags included.</summary>
    /// <param name="profile">What is enforced.</param>
    /// <param name="approvalPolicy">When the user is asked.</param>
    /// <param name="paths">Directory and host that the profile is resolved for.</param>
    public static string Render(PermissionProfile profile, AskForApproval approvalPolicy, PathContext paths)
    {
        var access = profile.AccessIn(paths);
        var roots = access.HasFullDiskWrite ? [] : access.WritableRoots().Select(static root => root.Root).Order(StringComparer.Ordinal).ToArray();
        var text = new StringBuilder("<permissions instructions>\n");
        text.Append(Sandbox(access.HasFullDiskWrite, roots.Length > 0, profile.Network().IsEnabled)).Append('\n');
        text.Append(Approval(approvalPolicy)).Append('\n');
        AppendRoots(text, roots);
        AppendDeniedReads(text, access);
        return text.Append("</permissions instructions>").ToString();
    }

    private static string Sandbox(bool fullAccess, bool canWrite, bool network)
    {
        var mode = (fullAccess, canWrite) switch
        {
            (true, _) => "`sandbox_mode` is `danger-full-access`: there is no file-system sandbox, every command may read and write everything the user may.",
            (_, true) => "`sandbox_mode` is `workspace-write`: everything may be read; files may be written in the working directory and in the writable roots, and nowhere else without approval.",
            _ => "`sandbox_mode` is `read-only`: everything may be read, nothing may be written without approval.",
        };
        return $"Commands run under file-system rules. {mode} Network access is {(network ? "enabled" : "restricted")}.";
    }

    private static string Approval(AskForApproval policy)
    {
        if (policy.Granular is { } granular)
            return GranularApproval.Render(granular, OnRequest);
        if (policy == AskForApproval.Never)
            return Never;
        if (policy == AskForApproval.UnlessTrusted)
            return UntrustedOnly;
        return policy == AskForApproval.OnFailure ? OnFailure : OnRequest;
    }

    private static void AppendRoots(StringBuilder text, string[] roots)
    {
        if (roots.Length == 0)
            return;
        text.Append(roots.Length == 1 ? " The writable root is " : " The writable roots are ");
        text.AppendJoin(", ", roots.Select(static root => $"`{root}`")).Append(".\n");
    }

    private static void AppendDeniedReads(StringBuilder text, FileSystemAccess access)
    {
        string[] denied =
        [
            .. access.UnreadableRoots().Select(static root => $"- path `{root}`\n"),
            .. access.UnreadableGlobs().Select(static glob => $"- glob `{glob}`\n"),
        ];
        if (denied.Length == 0)
            return;
        text.Append("## Denied filesystem reads\nPolicy hides these from every command. Do not ask for permission to read them; it will not be given.\n");
        text.AppendJoin("", denied);
    }
}
