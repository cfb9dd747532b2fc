using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Parameters that several command tools have.</summary>
internal static class CommandSchemas
{
    internal static Schema Justification { get; } =
        Schema.Text("The question put to the user when `sandbox_permissions` is `require_escalated`; leave it out otherwise.");

    internal static Schema EnvironmentId { get; } =
        Schema.Text("Where to do it: the id of an environment in <environment_context>. Default: the first one.");

    internal static Schema Login { get; } =
        Schema.Boolean("Whether the shell runs as a login shell and so reads the user's profile. Default: true.");

    internal static Schema MaximumTokens { get; } =
        Schema.Number("How many tokens of output to return at most. Default: 10000; the model's own limit may be lower.");

    internal static Schema PrefixRule { get; } = Schema.List(
        "The first words of the command, when commands that begin with them may be approved for good, such as [\"git\", \"pull\"]. "
        + "Only with `sandbox_permissions: \"require_escalated\"`.",
        Schema.Text(null));

    internal static Schema SandboxPermissions(TurnSettings settings) => settings.OffersAdditionalPermissions ? s_permissions : s_escalation;

    private static readonly Schema s_escalation = Schema.Text(
        "Whether this command needs to leave the sandbox. Default: `use_default`; `require_escalated` asks to run without a sandbox.",
        "use_default", "require_escalated");

    private static readonly Schema s_permissions = Schema.Text(
        "Whether this command needs more than its sandbox allows. Default: `use_default`; `with_additional_permissions` asks for what "
        + "`additional_permissions` names; `require_escalated` asks to run without a sandbox.",
        "use_default", "with_additional_permissions", "require_escalated");

    internal static Schema WorkingDirectory { get; } =
        Schema.Text("The directory to run in; relative paths start at the turn's directory, which is also the default.");
}
