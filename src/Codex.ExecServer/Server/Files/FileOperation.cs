using System.Text.Json.Serialization.Metadata;
using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;
using Codex.Formats.Json.Shapes;

namespace Codex.ExecServer.Server.Files;

/// <summary>A request about files that has been understood.</summary>
internal sealed class FileOperation
{
    private readonly string _path;
    private readonly Func<ReadOnlyMemory<byte>> _run;

    private FileOperation(string path, FileSandbox? sandbox, Func<ReadOnlyMemory<byte>> run)
    {
        RequestParams.CheckAbsolute(path);
        RequestParams.CheckAbsolute(sandbox?.Cwd);
        _path = path;
        Sandbox = sandbox;
        _run = run;
    }

    /// <summary>What it may touch; null for anything.</summary>
    public FileSandbox? Sandbox { get; }

    /// <summary>Understands a request.</summary>
    /// <exception cref="RpcException">It cannot be understood, or is no request about files.</exception>
    public static FileOperation Read(RpcMessage.Request request)
    {
        var json = ExecServerJson.Wire;
        return request.Method switch
        {
            Methods.ReadFile => OfPath(request, Shapes.ReadFile, DirectFiles.Read, json.FileContent),
            Methods.GetMetadata => OfPath(request, Shapes.GetMetadata, DirectFiles.GetMetadata, json.FileMetadata),
            Methods.ReadDirectory => OfPath(request, Shapes.ReadDirectory, DirectFiles.List, json.DirectoryListing),
            Methods.WriteFile => OfWrite(request, RequestParams.Read(request, Shapes.WriteFile, json.FileWriteParams)),
            Methods.CreateDirectory => OfDirectory(request, RequestParams.Read(request, Shapes.CreateDirectory, json.DirectoryCreateParams)),
            Methods.Remove => OfRemoval(request, RequestParams.Read(request, Shapes.Remove, json.FileRemoveParams)),
            Methods.Copy => OfCopy(request, RequestParams.Read(request, Shapes.Copy, json.FileCopyParams)),
            _ => throw RpcException.MethodNotFound($"exec-server stub does not implement `{request.Method}` yet"),
        };
    }

    /// <summary>Performs it with all that this process may do; gives the answer.</summary>
    /// <exception cref="RpcException">It failed.</exception>
    public ReadOnlyMemory<byte> Run()
    {
        try
        {
            return _run();
        }
        catch (Exception exception) when (FileProblem.IsOne(exception))
        {
            throw FileProblem.ToAnswer(exception, _path);
        }
    }

    private static FileOperation OfPath<T>(RpcMessage.Request request, JsonShape shape, Func<string, T> run, JsonTypeInfo<T> type)
    {
        var parameters = RequestParams.Read(request, shape, ExecServerJson.Wire.FilePathParams);
        return new(parameters.Path, parameters.Sandbox, () => RpcWriter.Response(request.Id, run(parameters.Path), type));
    }

    private static FileOperation OfWrite(RpcMessage.Request request, FileWriteParams parameters) =>
        new(parameters.Path, parameters.Sandbox, () => Done(request, () => DirectFiles.Write(parameters.Path, Decode(parameters.DataBase64))));

    private static FileOperation OfDirectory(RpcMessage.Request request, DirectoryCreateParams parameters) =>
        new(parameters.Path, parameters.Sandbox, () => Done(request, () => DirectFiles.CreateDirectory(parameters.Path, parameters.Recursive ?? true)));

    private static FileOperation OfRemoval(RpcMessage.Request request, FileRemoveParams parameters) =>
        new(parameters.Path, parameters.Sandbox, () => Done(request, () => DirectFiles.Remove(parameters.Path, parameters.Recursive ?? true, parameters.Force ?? true)));

    private static FileOperation OfCopy(RpcMessage.Request request, FileCopyParams parameters)
    {
        RequestParams.CheckAbsolute(parameters.DestinationPath);
        return new(parameters.SourcePath, parameters.Sandbox, () => Done(request, () => FileCopying.Copy(parameters.SourcePath, parameters.DestinationPath, parameters.Recursive)));
    }

    private static ReadOnlyMemory<byte> Done(RpcMessage.Request request, Action act)
    {
        act();
        return RpcWriter.Response(request.Id, new EmptyResponse(), ExecServerJson.Wire.EmptyResponse);
    }

    private static byte[] Decode(string text) => Base64Text.TryDecode(text, out var bytes, out var problem)
        ? bytes
        : throw RpcException.InvalidRequest($"{Methods.WriteFile} requires valid base64 dataBase64: {problem}");
}
