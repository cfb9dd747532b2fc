namespace Codex.ExecServer.Protocol;

/// <summary>Names of requests and notifications (<c>exec-server/src/protocol.rs</c>).</summary>
internal static class Methods
{
    public const string Initialize = "initialize";
    public const string Initialized = "initialized";
    public const string ProcessStart = "process/start";
    public const string ProcessRead = "process/read";
    public const string ProcessWrite = "process/write";
    public const string ProcessTerminate = "process/terminate";
    public const string ProcessOutput = "process/output";
    public const string ProcessExited = "process/exited";
    public const string ProcessClosed = "process/closed";
    public const string ReadFile = "fs/readFile";
    public const string WriteFile = "fs/writeFile";
    public const string CreateDirectory = "fs/createDirectory";
    public const string GetMetadata = "fs/getMetadata";
    public const string ReadDirectory = "fs/readDirectory";
    public const string Remove = "fs/remove";
    public const string Copy = "fs/copy";
    public const string HttpRequest = "http/request";
    public const string HttpBodyDelta = "http/request/bodyDelta";
}
