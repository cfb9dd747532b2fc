using Codex.Formats.Json.Shapes;

namespace Codex.ExecServer.Protocol;

/// <summary>What the parameters of requests must look like; wrong ones are answered in the original's words.</summary>
internal static class Shapes
{
    private const JsonFieldPresence Nullable = JsonFieldPresence.Nullable;
    private const JsonFieldPresence Defaulted = JsonFieldPresence.Defaulted;

    private static readonly JsonShape s_words = JsonShape.ListOf(JsonShape.Text);
    private static readonly JsonShape s_texts = JsonShape.MapOf(JsonShape.Text);

    private static readonly JsonField s_path = new("path", JsonShape.Path);
    private static readonly JsonField s_processId = new("processId", JsonShape.Text);
    private static readonly JsonField s_recursive = new("recursive", JsonShape.Boolean, Nullable);

    private static readonly JsonField s_sandbox = new(
        "sandbox",
        JsonShape.RecordOf(
            "FileSystemSandboxContext",
            new("permissions", JsonShape.Any),
            new("cwd", JsonShape.Path, Nullable),
            new("windowsSandboxLevel", JsonShape.OneOf("disabled", "restricted-token", "elevated")),
            new("windowsSandboxPrivateDesktop", JsonShape.Boolean, Defaulted),
            new("useLegacyLandlock", JsonShape.Boolean, Defaulted)),
        Nullable);

    private static readonly JsonShape s_environmentPolicy = JsonShape.RecordOf(
        "ExecEnvPolicy",
        new("inherit", JsonShape.OneOf("core", "all", "none")),
        new("ignoreDefaultExcludes", JsonShape.Boolean),
        new("exclude", s_words),
        new("set", s_texts),
        new("includeOnly", s_words));

    public static JsonShape Initialize { get; } = JsonShape.RecordOf(
        "InitializeParams",
        new("clientName", JsonShape.Text),
        new("resumeSessionId", JsonShape.Text, Nullable));

    public static JsonShape ProcessStart { get; } = JsonShape.RecordOf(
        "ExecParams",
        s_processId,
        new("argv", s_words),
        new("cwd", JsonShape.Path),
        new("envPolicy", s_environmentPolicy, Nullable),
        new("env", s_texts),
        new("tty", JsonShape.Boolean),
        new("pipeStdin", JsonShape.Boolean, Defaulted),
        new("arg0", JsonShape.Text, Nullable));

    public static JsonShape ProcessRead { get; } = JsonShape.RecordOf(
        "ReadParams",
        s_processId,
        new("afterSeq", JsonShape.UInt64, Nullable),
        new("maxBytes", JsonShape.Size, Nullable),
        new("waitMs", JsonShape.UInt64, Nullable));

    public static JsonShape ProcessWrite { get; } = JsonShape.RecordOf("WriteParams", s_processId, new("chunk", JsonShape.Text));

    public static JsonShape ProcessTerminate { get; } = JsonShape.RecordOf("TerminateParams", s_processId);

    public static JsonShape ReadFile { get; } = JsonShape.RecordOf("FsReadFileParams", s_path, s_sandbox);

    public static JsonShape WriteFile { get; } = JsonShape.RecordOf(
        "FsWriteFileParams", s_path, new("dataBase64", JsonShape.Text), s_sandbox);

    public static JsonShape CreateDirectory { get; } = JsonShape.RecordOf("FsCreateDirectoryParams", s_path, s_recursive, s_sandbox);

    public static JsonShape GetMetadata { get; } = JsonShape.RecordOf("FsGetMetadataParams", s_path, s_sandbox);

    public static JsonShape ReadDirectory { get; } = JsonShape.RecordOf("FsReadDirectoryParams", s_path, s_sandbox);

    public static JsonShape Remove { get; } = JsonShape.RecordOf(
        "FsRemoveParams", s_path, s_recursive, new("force", JsonShape.Boolean, Nullable), s_sandbox);

    public static JsonShape Copy { get; } = JsonShape.RecordOf(
        "FsCopyParams",
        new("sourcePath", JsonShape.Path),
        new("destinationPath", JsonShape.Path),
        new("recursive", JsonShape.Boolean),
        s_sandbox);

    public static JsonShape HttpRequest { get; } = JsonShape.RecordOf(
        "HttpRequestParams",
        new("method", JsonShape.Text),
        new("url", JsonShape.Text),
        new("headers", JsonShape.ListOf(JsonShape.RecordOf("HttpHeader", new("name", JsonShape.Text), new("value", JsonShape.Text))), Defaulted),
        new("bodyBase64", JsonShape.Text, Nullable),
        new("timeoutMs", JsonShape.UInt64, Nullable),
        new("requestId", JsonShape.Text),
        new("streamResponse", JsonShape.Boolean, Defaulted));
}
