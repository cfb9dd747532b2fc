using System.Text.Json;
using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Client;

/// <summary>Something that happened to a process.</summary>
/// <param name="ProcessId">Our name for it.</param>
/// <param name="Seq">Its place among all that happened to the process, from 1.</param>
internal sealed record ProcessNews(string ProcessId, ulong Seq)
{
    /// <summary>What it printed; null when it is something else.</summary>
    public byte[]? Output { get; private init; }

    /// <summary>Whether it printed to standard error.</summary>
    public bool IsError { get; private init; }

    /// <summary>How it ended; null when it is something else.</summary>
    public int? ExitCode { get; private init; }

    /// <summary>Whether nothing more comes.</summary>
    public bool IsLast => Output is null && ExitCode is null;

    /// <summary>Reads a notification; null when it is about something else.</summary>
    /// <exception cref="JsonException">It has another form.</exception>
    public static ProcessNews? Read(RpcMessage.Notification notification)
    {
        var json = ExecServerJson.Wire;
        switch (notification.Method)
        {
            case Methods.ProcessOutput:
                var output = notification.Params.Deserialize(json.ProcessOutputNotification)!;
                return new(output.ProcessId, output.Seq) { Output = output.Chunk, IsError = output.Stream == "stderr" };
            case Methods.ProcessExited:
                var exited = notification.Params.Deserialize(json.ProcessExitedNotification)!;
                return new(exited.ProcessId, exited.Seq) { ExitCode = exited.ExitCode };
            case Methods.ProcessClosed:
                var closed = notification.Params.Deserialize(json.ProcessClosedNotification)!;
                return new(closed.ProcessId, closed.Seq);
            default:
                return null;
        }
    }
}
