using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Codex.Execution.Patching;
using Codex.Formats.Patch;
using Codex.Formats.Text;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;
using Codex.Tools.Approvals;

namespace Codex.Tools.BuiltIn.ApplyPatch;

/// <summary>Applies a model's patch within a turn: verifies it, asks the policy, tells the listeners, writes the files.</summary>
/// <param name="clock">Measures how long it took.</param>
public sealed class PatchSession(TimeProvider clock)
{
    /// <summary>
    /// Applies a command that is meant to be a patch; null when it is some other command and is to be run.
    /// </summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="workingDirectory">Where the command would start; absolute.</param>
    /// <param name="callId">The call that sent it.</param>
    /// <param name="host">The turn.</param>
    /// <param name="cancellationToken">Ends the wait for listeners; a patch that is being written is finished.</param>
    public async ValueTask<ToolOutput?> InterceptAsync(
        IReadOnlyList<string> command, string workingDirectory, string callId, IToolHost host, CancellationToken cancellationToken)
    {
        if (ApplyPatchInvocation.Recognize(command) is not { } invocation)
            return null;
        if (invocation.Document is not { } document)
            return Unverified(invocation.Problem!);
        var paths = new PatchPaths(workingDirectory, host.Settings.Host.HomeDirectory);
        if (invocation.Directory is { } directory)
            paths = paths.In(directory);
        return await ApplyAsync(document, paths, callId, host, cancellationToken).ConfigureAwait(false);
    }

    internal static ToolOutput Unverified(string problem) => ToolOutput.Failed($"apply_patch verification failed: {problem}");

    internal async ValueTask<ToolOutput> ApplyAsync(
        PatchDocument document, PatchPaths paths, string callId, IToolHost host, CancellationToken cancellationToken)
    {
        var readable = host.Settings.ReadableFiles();
        var verification = new PatchVerifier(paths) { Readable = readable }.Verify(document);
        if (!verification.Fits)
            return Unverified(verification.Problem);
        var changes = verification.Patch.Changes;
        var permission = PatchPermission.Assess(verification.Patch, host.Settings, host.Approvals.Granted, readable);
        if (permission.Refusal is { } refusal)
            return ToolOutput.Failed($"patch rejected: {refusal}");
        await host.EmitAsync(
            new ItemStartedEvent(host.TurnId, new FileChangeTurnItem(callId, changes, AutoApproved: permission.IsGranted)), cancellationToken)
            .ConfigureAwait(false);
        if (permission.IsGranted && !host.Approvals.AsksAboutEverything && !host.Approvals.IsTakenUp(callId))
            return await WriteAsync(verification.Patch, permission, callId, host, cancellationToken).ConfigureAwait(false);
        var approved = permission.Approve(verification.Patch);
        var question = new PatchApproval(callId, changes, verification.Patch.TargetPaths, document.Text, paths.WorkingDirectory, permission.Reason);
        return (await host.Approvals.AskAsync(question, cancellationToken).ConfigureAwait(false)).Refusal is { } reason
            ? await DeclineAsync(changes, reason, callId, host, cancellationToken).ConfigureAwait(false)
            : await WriteAsync(verification.Patch, approved, callId, host, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ToolOutput> WriteAsync(
        VerifiedPatch patch, PatchPermission permission, string callId, IToolHost host, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var applied = new AppliedChanges();
        var outcome = new PatchApplier(patch.Paths, permission, applied) { Readable = permission.Readable }.Apply(patch.Document);
        var elapsed = clock.GetElapsedTime(started);
        var status = outcome.Succeeded ? PatchApplyStatus.Completed : PatchApplyStatus.Failed;
        await CompleteAsync(
            new FileChangeTurnItem(callId, patch.Changes, status, outcome.StandardOutput, outcome.StandardError), host, cancellationToken)
            .ConfigureAwait(false);
        host.RecordPatch(new PatchRecord(applied));
        var text = Format(outcome, elapsed, host.Settings.Truncation);
        return outcome.Succeeded ? ToolOutput.OfText(text) : ToolOutput.Failed(text);
    }

    private static async ValueTask<ToolOutput> DeclineAsync(
        ImmutableSortedDictionary<string, FileChange> changes, string reason, string callId, IToolHost host, CancellationToken cancellationToken)
    {
        var text = reason == ApprovalAnswer.RejectedByUser ? "patch rejected by user" : reason;
        await CompleteAsync(new FileChangeTurnItem(callId, changes, PatchApplyStatus.Declined, "", text), host, cancellationToken)
            .ConfigureAwait(false);
        return ToolOutput.Failed(text);
    }

    private static ValueTask CompleteAsync(FileChangeTurnItem item, IToolHost host, CancellationToken cancellationToken) =>
        host.EmitAsync(new ItemCompletedEvent(host.TurnId, item), cancellationToken);

    private static string Format(PatchOutcome outcome, TimeSpan elapsed, TruncationPolicy truncation)
    {
        var output = outcome.StandardOutput + outcome.StandardError;
        var shown = MiddleTruncation.Truncate(output, truncation);
        var seconds = Math.Round(elapsed.TotalSeconds, 1, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
        var lines = LineCount.Of(Encoding.UTF8.GetBytes(output));
        var total = lines == LineCount.Of(Encoding.UTF8.GetBytes(shown)) ? "" : $"Total output lines: {lines}\n";
        return $"Exit code: {(outcome.Succeeded ? 0 : 1)}\nWall time: {seconds} seconds\n{total}Output:\n{shown}";
    }
}
