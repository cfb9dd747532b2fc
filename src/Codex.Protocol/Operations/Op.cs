using System.Collections.Immutable;
using System.Text.Json;
using Codex.Protocol.Approvals;
using Codex.Protocol.AutoReviews;
using Codex.Protocol.Permissions;
using Codex.Protocol.Questions;
using Codex.Protocol.Reviews;
using Codex.Protocol.Turns;

namespace Codex.Protocol.Operations;

/// <summary>What a caller may ask of a thread. Operations are taken in the order they are submitted.</summary>
public abstract record Op
{
    /// <summary>Starts a turn; while a regular turn runs, its items are delivered to that turn instead.</summary>
    /// <param name="Items">What the user gave; not empty.</param>
    /// <param name="FinalOutputSchema">JSON schema that the answer must follow, for all requests of the turn.</param>
    /// <param name="Settings">Settings from this turn on; a turn that runs keeps its own. Null changes nothing.</param>
    public sealed record UserInput(
        ImmutableArray<Turns.UserInput> Items, JsonElement? FinalOutputSchema = null, ThreadSettingsOverrides? Settings = null) : Op
    {
        /// <summary>The client's own id of the message, which is repeated to all clients.</summary>
        public string? ClientId { get; init; }

        /// <summary>What the model is told beside it; what it was told the last time is not told again.</summary>
        public ImmutableArray<AdditionalContext> AdditionalContext { get; init; } = [];
    }

    /// <summary>Changes settings without a turn; a turn that runs keeps its own.</summary>
    /// <param name="Overrides">What changes.</param>
    public sealed record ThreadSettings(ThreadSettingsOverrides Overrides) : Op;

    /// <summary>Gives input to the turn that runs, and to no other.</summary>
    /// <param name="Input">What the user gave.</param>
    /// <param name="ExpectedTurnId">The turn that is meant; another one refuses it.</param>
    public sealed record Steer(UserInput Input, string ExpectedTurnId) : Op;

    /// <summary>
    /// Runs a command of the user, without a sandbox: as a turn of its own, or beside the turn that runs. The model is told about it.
    /// </summary>
    /// <param name="Command">A script for the user's shell.</param>
    public sealed record RunUserShellCommand(string Command) : Op;

    /// <summary>Takes back the last turns. Answered with <see cref="Events.ThreadRolledBackEvent"/> or an error.</summary>
    /// <param name="Turns">How many; 1 at least.</param>
    public sealed record ThreadRollback(int Turns) : Op;

    /// <summary>Ends the processes that commands left running.</summary>
    public sealed record CleanBackgroundTerminals : Op;

    /// <summary>Answers the questions that the agent asked in a turn; nothing happens when none wait.</summary>
    /// <param name="TurnId">The turn.</param>
    /// <param name="Answers">The answers.</param>
    public sealed record UserInputAnswer(string TurnId, UserAnswers Answers) : Op;

    /// <summary>Starts a review by an agent of its own; a turn that runs is replaced.</summary>
    /// <param name="Target">What is reviewed.</param>
    public sealed record Review(ReviewTarget Target) : Op;

    /// <summary>Replaces the conversation by a summary of it; a turn that runs is replaced.</summary>
    public sealed record Compact : Op;

    /// <summary>Ends the active turn with reason <see cref="TurnAbortReason.Interrupted"/>; nothing happens without one.</summary>
    public sealed record Interrupt : Op;

    /// <summary>Answers a question that waits; nothing happens when none waits under the id, and the first answer counts.</summary>
    /// <param name="Id">The id of the question.</param>
    public abstract record Answer(string Id) : Op;

    /// <summary>Answers an <see cref="Events.ExecApprovalRequestEvent"/>.</summary>
    /// <param name="Id">The id of the question.</param>
    /// <param name="Decision">The answer.</param>
    public sealed record ExecApproval(string Id, ReviewDecision Decision) : Answer(Id);

    /// <summary>Answers an <see cref="Events.ApplyPatchApprovalRequestEvent"/>.</summary>
    /// <param name="Id">The id of the question.</param>
    /// <param name="Decision">The answer.</param>
    public sealed record PatchApproval(string Id, ReviewDecision Decision) : Answer(Id);

    /// <summary>Answers an <see cref="Events.RequestPermissionsEvent"/>; what was not asked for is not granted.</summary>
    /// <param name="Id">The id of the question.</param>
    /// <param name="Grant">The answer.</param>
    public sealed record PermissionsAnswer(string Id, PermissionGrant Grant) : Answer(Id);

    /// <summary>Tells the model that the user approves an action which a reviewer denied; starts no turn.</summary>
    /// <param name="Action">The action.</param>
    public sealed record ApproveDeniedAction(ReviewedAction Action) : Op;

    /// <summary>Ends the active turn, every process of the thread and then the thread itself.</summary>
    public sealed record Shutdown : Op;
}
