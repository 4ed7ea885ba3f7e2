using System.Reflection;
using CognitoAuth.Application;

namespace CognitoAuth.Api;

/// <summary>Adds a team's own flows to the API.</summary>
public sealed class CognitoAuthBuilder
{
    private readonly IServiceCollection _services;

    // Our own flows are added already. Added twice, their routes would be ambiguous.
    private readonly HashSet<Assembly> _added = [typeof(CognitoAuthBuilder).Assembly, typeof(FlowRules).Assembly];

    internal CognitoAuthBuilder(IServiceCollection services) => _services = services;

    /// <summary>
    /// Adds the flows of an assembly: its handlers, validators, subscribers to notifications and Carter modules are found by scanning. They get the same pipeline, problem details and OpenAPI description as our own.
    /// A second call with the same assembly adds nothing.
    /// </summary>
    /// <exception cref="FlowRulesException">A request is neither an <see cref="IPublicFlow{T}"/> nor an <see cref="IProtectedFlow{T}"/>, or has no validator.</exception>
    public CognitoAuthBuilder AddFlowsFrom(Assembly assembly)
    {
        if (!_added.Add(assembly)) return this;
        _services.AddFlows(assembly);
        _services.AddEndpoints(assembly);
        return this;
    }
}
