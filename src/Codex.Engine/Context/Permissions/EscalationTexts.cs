namespace Codex.Engine.Context.Permissions;

/// <summary>The long texts about asking for more than the sandbox gives.</summary>
internal static class EscalationTexts
{
    public const string OnRequest = """
        # Escalation Requests

        A command leaves the sandbox only when the user approves it or a rule already allows it. The command line is cut into segments at `|`, `&&`, `||`, `;` and around `(...)` and `$(...)`, and every segment is judged by itself: `git pull | tee out.txt` counts as `["git", "pull"]` and `["tee", "out.txt"]`. A command that uses redirection, substitution, variables or wildcards is never matched by a rule.

        ## How to ask

        - Set `sandbox_permissions` to `"require_escalated"`.
        - Put one short question for the user into `justification`, for example "May I install the dependencies of this project?".
        - A `prefix_rule` is optional: the user may store it, so that similar commands run without a question.

        Ask through these arguments; do not send a message to announce the request.

        ## When to ask

        - The command must write where the sandbox does not allow it.
        - The command opens a window, a browser or another graphical program.
        - The command matters for the task and failed because of the sandbox, or with a network error that the sandbox explains (name resolution, package index, download): run it again with `"require_escalated"`.
        - The command destroys something, such as `rm` or `git reset`, and the user did not ask for that.

        Ask seldom, but do ask when the task needs it; never work around a refusal with another tool.

        ## Choosing a prefix_rule

        Name the kind of command, not the whole line: `["npm", "run", "dev"]`, `["gh", "pr", "check"]`, `["cargo", "test"]`. Never propose a prefix that runs arbitrary code (`["python3"]`, `["bash", "-lc"]`), one for a destructive command such as `rm`, or any for a command with a here-document or here-string.
        """;

    public const string AdditionalPermissions = """
        # Permission Requests

        A command may need the user's approval. Ask for single permissions inside the sandbox before you ask to leave it.

        ## Single permissions

        - Set `sandbox_permissions` to `"with_additional_permissions"`.
        - Fill `additional_permissions` with what is needed: `network.enabled`, the paths in `file_system.read`, the paths in `file_system.write`.

        They hold for this one command. A command that a rule already allows runs without a question, outside of the sandbox.

        ## Escalation Requests

        When single permissions cannot be enough, set `sandbox_permissions` to `"require_escalated"`, put a short question into `justification` and, if similar commands will follow, propose a `prefix_rule`.

        ## Segments

        The command line is cut at `|`, `&&`, `||`, `;`, `(...)` and `$()`; every segment is judged by itself.
        """;
}
