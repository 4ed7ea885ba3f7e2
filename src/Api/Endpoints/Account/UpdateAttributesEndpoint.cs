namespace CognitoAuth.Api.Endpoints.Account;

/// <summary><c>PATCH /v1/me/attributes</c></summary>
public sealed class UpdateAttributesEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPatch("/v1/me/attributes", Handle)
        .WithName("UpdateAttributes").WithTags("The signed-in user").WithSummary("Changes or removes attributes of the signed-in user.")
        .WithDescription("Either all attributes change or none. A code is sent to each new address. Changing the e-mail address or the phone number requires a recent sign-in.")
        .Runs<UpdateAttributesCommand>()
        .Produces<UpdateAttributesResponse>()
        .ProducesErrors(
            AuthErrors.CodeMismatch, AuthErrors.CodeExpired, AuthErrors.RejectedByTrigger, AuthErrors.ReauthenticationRequired, AuthErrors.AliasTaken, AuthErrors.TriggerFailed,
            AuthErrors.DeliveryFailed, AuthErrors.OutcomeUnknown, AuthErrors.UpstreamTimeout)
        .WithRequestExample("""{ "attributes": { "name": "Jane Doe", "nickname": null } }""")
        .WithResponseExample("""{ "deliveries": [] }""", "changed")
        .WithResponseExample("""{ "deliveries": [{ "medium": "EMAIL", "destination": "j***@e***", "attribute": "email" }] }""", "address_to_verify");

    private static Task<IResult> Handle(BearerToken bearer, UpdateAttributesRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new UpdateAttributesCommand(bearer.OrEmpty, body.Attributes ?? new Dictionary<string, string?>(StringComparer.Ordinal)), cancellationToken)
            .ToHttp(deliveries => TypedResults.Ok(new UpdateAttributesResponse([.. deliveries.Select(CodeDeliveryResponse.Of)])));
}

/// <summary>Changes to the profile.</summary>
/// <param name="Attributes">New values by name; null removes the attribute.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record UpdateAttributesRequest(IReadOnlyDictionary<string, string?>? Attributes, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>The profile was changed.</summary>
/// <param name="Deliveries">Where codes were sent: one for each address that must be verified.</param>
public sealed record UpdateAttributesResponse(IReadOnlyList<CodeDeliveryResponse> Deliveries);
