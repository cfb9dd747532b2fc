using System.Runtime.CompilerServices;
using Codex.Platform.Windows.Native;

namespace Codex.Platform.Processes.Windows;

/// <summary>Starts programs by <c>CreateProcess</c>, each in a job of its own, with pipes or a pseudo console.</summary>
internal sealed class WindowsProcessSpawner : IProcessSpawner
{
    /// <inheritdoc/>
    public Task<IRunningProcess> StartAsync(SpawnRequest request) => Task.Run<IRunningProcess>(() => Start(request));

    /// <inheritdoc/>
    public void Dispose()
    {
        // Every process has threads of its own.
    }

    private static WindowsRunningProcess Start(SpawnRequest request)
    {
        SpawnValidation.Check(request);
        if (request.InheritedDescriptors.Count > 0)
            throw new SpawnException("descriptors cannot be handed over on this system");
        using var stdio = WindowsStdio.Connect(request.Stdio);
        var job = new WindowsJob();
        try
        {
            return new WindowsRunningProcess(Create(request, stdio, job), job, stdio);
        }
        catch
        {
            job.Dispose();
            stdio.Terminal?.Dispose();
            throw;
        }
    }

    private static unsafe ProcessInformation Create(SpawnRequest request, WindowsStdio stdio, WindowsJob job)
    {
        using var attributes = new WindowsStartAttributes();
        if (!request.OutlivesUs)
            attributes.SetJob(job.Handle.DangerousGetHandle());
        if (request.Container is { } container)
            attributes.SetContainer(container);
        var startup = new StartupInformation { Size = Unsafe.SizeOf<StartupInformation>(), Attributes = attributes.List };
        Connect(ref startup, attributes, stdio);
        fixed (char* application = WindowsExecutableSearch.Find(request.FileName, request.Environment))
        fixed (char* commandLine = (WindowsCommandLine.Join(request.Arguments) + '\0').ToCharArray())
        fixed (char* environment = WindowsEnvironmentBlock.Write(request.Environment))
        fixed (char* directory = request.WorkingDirectory)
        {
            var hasStarted = request.Token is { } token
                ? ProcessCreation.CreateAs(token, application, commandLine, 0, 0, stdio.Terminal is null, Flags(stdio), environment, directory, startup, out var information)
                : ProcessCreation.Create(application, commandLine, 0, 0, stdio.Terminal is null, Flags(stdio), environment, directory, startup, out information);
            return hasStarted ? information : throw SpawnException.OfLastCall();
        }
    }

    private static void Connect(ref StartupInformation startup, WindowsStartAttributes attributes, WindowsStdio stdio)
    {
        if (stdio.Terminal is { } terminal)
        {
            attributes.SetTerminal(terminal.Handle);
            return;
        }

        startup.Flags = StartupInformation.UsesStandardHandles;
        startup.StandardInput = stdio.Standard[0].DangerousGetHandle();
        startup.StandardOutput = stdio.Standard[1].DangerousGetHandle();
        startup.StandardError = stdio.Standard[2].DangerousGetHandle();
        attributes.SetInherited(startup.StandardInput, startup.StandardOutput, startup.StandardError);
    }

    private static uint Flags(WindowsStdio stdio) =>
        ProcessCreation.UnicodeEnvironment | ProcessCreation.ExtendedStartup | (stdio.Terminal is null && !stdio.SharesConsole ? ProcessCreation.NoWindow : 0);
}
