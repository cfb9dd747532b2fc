using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Codex.AppServer.Protocol;
using Codex.AppServer.Protocol.Approvals;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Questions;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>From wire names and JSON to the typed requests of our app-server and back.</summary>
internal static class OurMethods
{
    /// <summary>The typed answer to a request of the server; null for one that makes no sense.</summary>
    internal static object? Answer(string method, string json)
    {
        try
        {
            return method switch
            {
                ToolRequestUserInputParams.Method => JsonSerializer.Deserialize(json, AppServerJson.Default.ToolRequestUserInputResponse),
                CommandExecutionRequestApprovalParams.Method => JsonSerializer.Deserialize(json, AppServerJson.Default.CommandExecutionRequestApprovalResponse),
                FileChangeRequestApprovalParams.Method => JsonSerializer.Deserialize(json, AppServerJson.Default.FileChangeRequestApprovalResponse),
                PermissionsRequestApprovalParams.Method => JsonSerializer.Deserialize(json, AppServerJson.Default.PermissionsRequestApprovalResponse),
                _ => throw new ArgumentException($"the harness does not know {method}"),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static Task<JsonNode?> RequestAsync(
        IAppServerConnection connection, string method, JsonNode parameters, CancellationToken cancellationToken)
    {
        return method switch
        {
            "thread/start" => SendAsync(AppServerMethods.ThreadStart, AppServerJson.Default.ThreadStartParams, AppServerJson.Default.ThreadStartResult),
            "turn/start" => SendAsync(AppServerMethods.TurnStart, AppServerJson.Default.TurnStartParams, AppServerJson.Default.TurnStartResult),
            "turn/steer" => SendAsync(AppServerMethods.TurnSteer, AppServerJson.Default.TurnSteerParams, AppServerJson.Default.TurnSteerResult),
            "turn/interrupt" => SendAsync(AppServerMethods.TurnInterrupt, AppServerJson.Default.TurnInterruptParams, AppServerJson.Default.TurnInterruptResult),
            "thread/shellCommand" => SendAsync(AppServerMethods.ThreadShellCommand, AppServerJson.Default.ThreadShellCommandParams, AppServerJson.Default.EmptyResult),
            "thread/compact/start" => SendAsync(AppServerMethods.ThreadCompactStart, AppServerJson.Default.ThreadCompactStartParams, AppServerJson.Default.EmptyResult),
            "thread/backgroundTerminals/clean" => SendAsync(
                AppServerMethods.ThreadBackgroundTerminalsClean,
                AppServerJson.Default.ThreadBackgroundTerminalsCleanParams,
                AppServerJson.Default.EmptyResult),
            "thread/approveGuardianDeniedAction" => SendAsync(
                AppServerMethods.ThreadApproveGuardianDeniedAction,
                AppServerJson.Default.ThreadApproveGuardianDeniedActionParams,
                AppServerJson.Default.EmptyResult),
            "collaborationMode/list" => SendAsync(
                AppServerMethods.CollaborationModeList,
                AppServerJson.Default.CollaborationModeListParams,
                AppServerJson.Default.CollaborationModeListResult),
            _ => throw new ArgumentException($"the harness does not know {method}"),
        };

        async Task<JsonNode?> SendAsync<TParams, TResult>(
            AppServerMethod<TParams, TResult> request, JsonTypeInfo<TParams> read, JsonTypeInfo<TResult> write)
            where TParams : class
            where TResult : class
        {
            var result = await connection.RequestAsync(request, parameters.Deserialize(read)!, cancellationToken);
            return JsonSerializer.SerializeToNode(result, write);
        }
    }
}
