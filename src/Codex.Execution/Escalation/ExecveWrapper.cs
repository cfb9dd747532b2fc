using System.Globalization;
using System.Text.Json;
using Codex.Platform.Linux;
using Microsoft.Win32.SafeHandles;

namespace Codex.Execution.Escalation;

/// <summary>
/// What our executable does in place of every program that a patched shell starts: it asks, and becomes the program, has it started
/// outside, or says no (<c>shell-escalation/src/unix/escalate_client.rs</c>). Part of the sandboxed command: it reads no configuration.
/// </summary>
/// <param name="error">Standard error.</param>
public sealed class ExecveWrapper(Stream error)
{
    /// <summary>The name under which our executable is the wrapper.</summary>
    public const string Name = EscalationProtocol.WrapperName;

    private const int Failure = 1;
    private const int StandardStreams = 3;

    /// <summary>Asks, and does as it is told.</summary>
    /// <param name="arguments">The program, and all its arguments, the one with index 0 included.</param>
    /// <param name="environment">The environment of this process.</param>
    /// <param name="directory">Where this process is; absolute.</param>
    /// <returns>The exit code; a program that runs in the place of this process does not return.</returns>
    public int Run(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string directory)
    {
        if (!OperatingSystem.IsLinux() || arguments is not [var file, ..] || file.Length is 0 || SocketIn(environment) is not { } number)
            return Failure;
        try
        {
            using var socket = Connect(number);
            Send(socket, EscalationMessages.Question(new InterceptedProgram(file, [.. arguments.Skip(1)], directory, Described(environment))));
            return EscalationMessages.ReadAnswer(Receive(socket)) switch
            {
                EscalationDecision.Deny deny => Deny(deny.Reason),
                EscalationDecision.Escalate => Escalate(socket, arguments),
                _ => new ProgramStart(error).Run(arguments),
            };
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or JsonException)
        {
            return Deny("nobody decides about it any more");
        }
    }

    private static int? SocketIn(IReadOnlyDictionary<string, string> environment) =>
        environment.TryGetValue(EscalationProtocol.SocketVariable, out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // The server gets its end of a fresh stream: any number of wrappers talk at the same time.
    private static LocalSocket Connect(int number)
    {
        var (theirs, ours) = LocalSocket.CreateStream();
        using (theirs)
        {
            using var inherited = new LocalSocket(new SafeFileHandle(number, ownsHandle: false));
            inherited.Send([0], [(int)theirs.Handle.DangerousGetHandle()], waits: true);
        }

        return ours;
    }

    private static void Send(LocalSocket socket, ReadOnlySpan<byte> content, params ReadOnlySpan<int> descriptors)
    {
        ReadOnlySpan<byte> rest = EscalationStream.Frame(content);
        rest = rest[socket.Send(rest, descriptors, waits: true)..];
        while (!rest.IsEmpty)
            rest = rest[socket.Send(rest, [], waits: true)..];
    }

    private static ReadOnlyMemory<byte> Receive(LocalSocket socket)
    {
        using var frame = new FrameBuffer();
        while (!frame.Take(socket.Receive(frame.Rest.Span, waits: true)!))
        {
        }

        return frame.Content;
    }

    // What is no text has no place in a message.
    private static Dictionary<string, string> Described(IReadOnlyDictionary<string, string> environment)
    {
        var described = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in environment)
        {
            if (name is not (EscalationProtocol.SocketVariable or EscalationProtocol.WrapperVariable) && RawArguments.IsText([name, value]))
                described[name] = value;
        }

        return described;
    }

    private int Escalate(LocalSocket socket, IReadOnlyList<string> arguments)
    {
        if (!RawArguments.IsText(arguments))
            return Deny("arguments that are not UTF-8 cannot leave the sandbox");
        int[] streams = [.. Enumerable.Range(0, StandardStreams).Where(OpenDescriptors.IsOpen)];
        Send(socket, EscalationMessages.Streams(streams), streams);
        return EscalationMessages.ReadEnd(Receive(socket));
    }

    private int Deny(string? reason)
    {
        error.Write(System.Text.Encoding.UTF8.GetBytes(reason is null ? "Execution denied\n" : $"Execution denied: {reason}\n"));
        return Failure;
    }
}
