using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Codex.Execution.Escalation;
using Codex.Platform.Linux;
using Microsoft.Win32.SafeHandles;

namespace Codex.Execution.Tests.Escalation;

/// <summary>What something inside of a sandbox can say to a server: anything at all.</summary>
internal sealed class FakeWrapper : IDisposable
{
    private readonly LocalSocket _stream;

    internal FakeWrapper(EscalationServer server)
    {
        (var theirs, _stream) = LocalSocket.CreateStream();
        using (theirs)
            HandOver(server, theirs.Handle);
    }

    internal static void HandOver(EscalationServer server, params SafeFileHandle[] handles)
    {
        using var inherited = new LocalSocket(new SafeFileHandle(server.Inherited.Handle.DangerousGetHandle(), ownsHandle: false));
        inherited.Send([0], [.. handles.Select(static handle => (int)handle.DangerousGetHandle())], waits: true);
    }

    internal static string Question(string file, params string[] arguments) => new JsonObject
    {
        ["file"] = file,
        ["argv"] = new JsonArray([.. arguments.Select(static argument => (JsonNode)argument)]),
        ["workdir"] = "/",
        ["env"] = new JsonObject { ["PATH"] = "/usr/bin:/bin", ["GIVEN"] = "yes" },
    }.ToJsonString();

    internal void Say(string json, params SafeFileHandle[] handles) => SayBytes(Encoding.UTF8.GetBytes(json), handles);

    internal void SayBytes(ReadOnlySpan<byte> content, params SafeFileHandle[] handles) =>
        SayRaw([.. BitConverter.GetBytes((uint)content.Length), .. content], handles);

    internal void SayRaw(ReadOnlySpan<byte> bytes, params SafeFileHandle[] handles)
    {
        bytes = bytes[_stream.Send(bytes, [.. handles.Select(static handle => (int)handle.DangerousGetHandle())], waits: true)..];
        while (!bytes.IsEmpty)
            bytes = bytes[_stream.Send(bytes, [], waits: true)..];
    }

    /// <summary>The next answer; null when the conversation has ended.</summary>
    internal Task<string?> HearAsync() => Task.Factory
        .StartNew(Hear, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
        .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    public void Dispose() => _stream.Dispose();

    private string? Hear()
    {
        try
        {
            return Take(sizeof(uint)) is { } prefix ? Encoding.UTF8.GetString(Take((int)BinaryPrimitives.ReadUInt32LittleEndian(prefix))!) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private byte[]? Take(int count)
    {
        var bytes = new byte[count];
        for (var filled = 0; filled < count;)
        {
            using var received = _stream.Receive(bytes.AsSpan(filled), waits: true)!;
            if (received.Count is 0)
                return null;
            filled += received.Count;
        }

        return bytes;
    }
}
