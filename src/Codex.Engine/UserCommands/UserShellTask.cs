using Codex.Protocol.Events;
using Codex.Tools.BuiltIn.UserCommands;

namespace Codex.Engine.UserCommands;

/// <summary>A command of the user as a turn of its own.</summary>
internal sealed class UserShellTask(Session session, string id, string command) : SessionTask(session, id)
{
    /// <inheritdoc/>
    protected override async Task<string?> RunCoreAsync(CancellationToken cancellationToken)
    {
        Emit(new TaskStartedEvent(Id, StartedAt.ToUnixTimeSeconds(), Session.Options.Model.EffectiveContextWindow, Session.CollaborationMode.Mode));
        var shell = new UserShellCommand(Session.ToolBox.Commands, command);
        var result = await shell.RunAsync(new TurnHost(Session, Id), cancellationToken).ConfigureAwait(false);
        Session.RecordItem(UserShellRecord.Of(command, result));
        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }
}
