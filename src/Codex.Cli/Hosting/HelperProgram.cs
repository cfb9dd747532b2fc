using Codex.ExecServer.Server.Files;
using Codex.Execution.Escalation;
using Codex.Execution.Patching;
using Codex.Execution.Sandbox.Namespaces;

namespace Codex.Cli.Hosting;

/// <summary>The other programs that this executable is under other names. They start before anything else and need none of it.</summary>
internal static class HelperProgram
{
    /// <summary>Runs the helper that the name or the first argument means; null when none is meant.</summary>
    public static int? TryRun(string name, string[] arguments)
    {
        if (name == ExecveWrapper.Name)
            return RunWrapper(arguments);
        if (arguments is [NamespaceArguments.HelperName, .. var sandboxed])
            return RunSandbox(sandboxed);
        if (name == LinuxSandboxProgram.Name)
            return LinuxSandboxProgram.Run(arguments);
        if (ApplyPatchCommand.IsName(name))
            return Patch().Run(arguments, Environment.CurrentDirectory, Home());
        if (arguments is [FileHelper.Flag])
            return FileHelper.Run(StandardStreams.OpenInput(), StandardStreams.OpenOutput());
        if (arguments is [ApplyPatchCommand.Flag, ..])
            return Patch().RunBehindFlag(arguments.AsSpan(1), Environment.CurrentDirectory, Home());
        return null;
    }

    private static int RunWrapper(IReadOnlyList<string> arguments)
    {
        using var error = StandardStreams.OpenError();
        var variables = HostEnvironmentReader.Variables();
        return new ExecveWrapper(error).Run(arguments, variables, HostEnvironmentReader.CurrentDirectory(variables));
    }

    private static int RunSandbox(IReadOnlyList<string> arguments)
    {
        using var error = new StreamWriter(StandardStreams.OpenError());
        return NamespaceHelper.Run(arguments, error);
    }

    private static ApplyPatchCommand Patch() =>
        new(StandardStreams.OpenInput(), StandardStreams.OpenOutput(), StandardStreams.OpenError());

    private static string? Home() => Environment.GetEnvironmentVariable("HOME");
}
