using System.Reflection;
using CognitoAuth.Application;

namespace CognitoAuth.Api;

/// <summary>Adds flows of a team's own to the API.</summary>
public sealed class CognitoAuthBuilder
{
    private readonly IServiceCollection _services;

    // Ours are there already. A second time, their routes would be ambiguous.
    private readonly HashSet<Assembly> _added = [typeof(CognitoAuthBuilder).Assembly, typeof(FlowRules).Assembly];

    internal CognitoAuthBuilder(IServiceCollection services) => _services = services;

    /// <summary>
    /// Adds the flows of an assembly: its handlers, validators, subscribers to notifications and Carter modules are found by scanning. They get what ours get: the pipeline, problem details, OpenAPI.
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
