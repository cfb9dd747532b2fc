using System.Collections.Immutable;
using Codex.Configuration.Ignoring;
using Codex.Engine.Context.Permissions;
using Codex.Extensions.Skills.Rendering;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;

namespace Codex.Engine.Context;

/// <summary>
/// What the model is told before the user's message: everything on the first turn, only what changed on later ones.
/// Order and tags are the original's (<c>codex-rs/core/src/context_manager/updates.rs</c>), so that prompts keep their cached
/// prefix.
/// </summary>
internal sealed class ContextBuilder(Session session)
{
    /// <summary>The messages to record before the input of a turn; empty when nothing changed.</summary>
    public ImmutableArray<ResponseItem> ItemsFor(TurnContextItem context) =>
        session.LastTurnContext is { } previous && !session.History.IsEmpty ? Changes(previous, context) : Initial(context);

    /// <summary>All that a model is told that knows nothing yet.</summary>
    public ImmutableArray<ResponseItem> Initial(TurnContextItem context)
    {
        var options = session.Options;
        return Messages(
            [
                ModelSwitch(context),
                Permissions(context),
                options.DeveloperInstructions,
                CollaborationMode(context),
                context.Personality == session.InstructionsPersonality ? null : Personality(context),
                Skills(),
            ],
            [
                ProjectInstructions(),
                options.IncludeEnvironmentContext ? EnvironmentContext.From(context, Environments, Shell).Render() : null,
            ]);
    }

    private ImmutableArray<ResponseItem> Changes(TurnContextItem previous, TurnContextItem context)
    {
        var permissionsChanged = previous.PermissionProfile != context.PermissionProfile || previous.ApprovalPolicy != context.ApprovalPolicy;
        var personalityChanged = previous.Model == context.Model && previous.Personality != context.Personality;
        return Messages(
            [
                ModelSwitch(context),
                permissionsChanged ? Permissions(context) : null,
                previous.CollaborationMode == context.CollaborationMode ? null : CollaborationMode(context),
                personalityChanged ? Personality(context) : null,
            ],
            [session.Options.IncludeEnvironmentContext ? EnvironmentContext.Change(previous, context, Environments, Shell)?.Render() : null]);
    }

    private string[] Environments => [.. session.Services.Environments.All.Select(static environment => environment.Id)];

    private string Shell => Path.GetFileName(session.ToolBox.Settings.ShellPath);

    private string? ModelSwitch(TurnContextItem context) =>
        session.LastModel is { } last && last != context.Model
            && (session.Options.BaseInstructions ?? session.Options.Model.Instructions.Render(context.Personality)) is { Length: > 0 } instructions
                ? DeveloperFragments.ModelSwitch(instructions)
                : null;

    private string? CollaborationMode(TurnContextItem context) =>
        session.Options.IncludeCollaborationMode && context.CollaborationMode?.Settings.DeveloperInstructions is { Length: > 0 } instructions
            ? DeveloperFragments.CollaborationMode(instructions)
            : null;

    // Instructions of the user's own have no personality but theirs.
    private string? Personality(TurnContextItem context) =>
        session.Options.BaseInstructions is null && context.Personality is { } personality && session.Options.Model.Instructions.Personality(personality) is { Length: > 0 } text
            ? DeveloperFragments.Personality(text)
            : null;

    private string? Permissions(TurnContextItem context) => !session.Options.IncludePermissionsInstructions ? null : PermissionsInstructions.Render(new PermissionsInput
    {
        Profile = session.Options.PermissionProfile,
        ApprovalPolicy = context.ApprovalPolicy,
        Paths = new PathContext(context.Cwd, session.Services.Host.GetNonEmptyVariable("TMPDIR")),
        OffersAdditionalPermissions = session.Options.Tools.OffersAdditionalPermissions,
        Reviewer = session.Options.AutoReview.Reviewer,
        OffersRequestPermissionsTool = session.Options.Tools.RequestsPermissions,
        ApprovedPrefixes = session.Options.Tools.Rules?.Current.AllowedPrefixes() ?? [],
    });

    private string? Skills()
    {
        if (!session.Options.Skills.IncludeInstructions || SkillsInstructions.For(session.Skills, session.Options.Model.ContextWindow) is not { } skills)
            return null;
        if (skills.Warning is { } warning)
            session.Emit("", new WarningEvent(warning));
        return skills.Text;
    }

    private string? ProjectInstructions()
    {
        var directory = session.Options.WorkingDirectory;
        var instructions = new AgentsInstructions(session.Services.CodexHome, directory, session.Options.ProjectInstructions, session.Services.Log)
        {
            Ignored = AgentsIgnore.Find(directory),
        };
        var text = instructions.Read();
        return text is null ? null : AgentsInstructions.Render(text, directory);
    }

    private static ImmutableArray<ResponseItem> Messages(ReadOnlySpan<string?> developer, ReadOnlySpan<string?> user)
    {
        var items = ImmutableArray.CreateBuilder<ResponseItem>(2);
        Add(items, "developer", developer);
        Add(items, "user", user);
        return items.ToImmutable();
    }

    private static void Add(ImmutableArray<ResponseItem>.Builder items, string role, ReadOnlySpan<string?> texts)
    {
        var parts = ImmutableArray.CreateBuilder<ContentPart>(texts.Length);
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
                parts.Add(new InputTextPart(text));
        }

        if (parts.Count > 0)
            items.Add(new MessageItem(role, parts.ToImmutable()));
    }
}
