using System.Collections.Immutable;
using Codex.Execution.Network.Http;
using Codex.Platform.Environment;

namespace Codex.Execution.Network.Inspection;

/// <summary>What a hook does to the headers of a request. The values are secrets.</summary>
internal sealed class HeaderChanges
{
    private readonly ImmutableArray<string> _strips;
    private readonly ImmutableArray<HttpHeader> _injects;

    private HeaderChanges(ImmutableArray<string> strips, ImmutableArray<HttpHeader> injects) => (_strips, _injects) = (strips, injects);

    /// <summary>Nothing.</summary>
    internal static HeaderChanges None { get; } = new([], []);

    /// <summary>What is put in, behind everything that the client said.</summary>
    internal ReadOnlySpan<HttpHeader> Injected => _injects.AsSpan();

    /// <summary>Finds the values of the headers that a hook puts in.</summary>
    /// <exception cref="NetworkProxyException">One has no value that a header could have; the value is not told.</exception>
    internal static HeaderChanges Of(InspectionHook hook, HostEnvironment host) =>
        new(hook.Strips, [.. hook.Injects.Select(header => new HttpHeader(header.Name, ValueOf(header, host)))]);

    /// <summary>Whether a header of the client is left out.</summary>
    internal bool Removes(HttpHeader header)
    {
        foreach (var name in _strips)
        {
            if (header.Is(name))
                return true;
        }

        foreach (var injected in _injects)
        {
            if (header.Is(injected.Name))
                return true;
        }

        return false;
    }

    private static string ValueOf(InjectedHeader header, HostEnvironment host)
    {
        var secret = header.Variable is { } variable
            ? host.GetVariable(variable) ?? throw Failed(header, $"missing required environment variable {variable}", cause: null)
            : Read(header);
        var value = header.Prefix + secret;
        return HttpHeader.IsValue(value) ? value : throw Failed(header, "its value cannot stand in a header", cause: null);
    }

    private static string Read(InjectedHeader header)
    {
        try
        {
            return File.ReadAllText(header.File!).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(header, $"failed to read secret file {header.File}", exception);
        }
    }

    private static NetworkProxyException Failed(InjectedHeader header, string reason, Exception? cause) =>
        new($"failed to compile injected header {header.Name}: {reason}", cause);
}
