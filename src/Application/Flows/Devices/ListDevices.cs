namespace CognitoAuth.Application.Flows.Devices;

/// <summary>Returns a page of the signed-in user's devices.</summary>
public sealed record ListDevicesQuery(Secret AccessToken) : IProtectedFlow<DevicePage>
{
    /// <summary>The page size, 1 to 60; by default Cognito's.</summary>
    public int? Limit { get; init; }

    /// <summary>From the previous page.</summary>
    public string? NextToken { get; init; }
}

internal sealed class ListDevicesValidator : AbstractValidator<ListDevicesQuery>
{
    public ListDevicesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 60).WithMessage("It must be 1 to 60.");
        RuleFor(query => query.NextToken).OptionalNextToken();
    }
}

internal sealed class ListDevicesHandler(ICognitoGateway cognito) : IFlowHandler<ListDevicesQuery, DevicePage>
{
    public Task<Result<DevicePage>> Handle(ListDevicesQuery query, CancellationToken cancellationToken) =>
        cognito.ListDevices(query.AccessToken, query.Limit, query.NextToken, cancellationToken);
}
