using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CognitoAuth.CognitoClientGenerator;

/// <summary>
/// Reads and checks the service model, so that a fault is reported once and not as a thousand errors in generated code.
/// It reads JSON with the framework's own reader: netstandard2.0 lacks System.Text.Json, and its package would have to be shipped with the generator.
/// </summary>
internal sealed class ServiceModelReader
{
    private readonly string _path;
    private readonly string _targetPrefix;
    private readonly List<XElement> _operations;
    private readonly Dictionary<string, XElement> _shapes = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults = [];

    private ServiceModelReader(string path, XElement model)
    {
        _path = path;
        _targetPrefix = Required(model, "targetPrefix").Value;
        _operations = [.. Required(model, "operations").Elements()];
        foreach (var shape in Required(model, "shapes").Elements())
        {
            if (_shapes.ContainsKey(NameOf(shape))) Report($"the shape {NameOf(shape)} is there twice");
            _shapes[NameOf(shape)] = shape;
        }
    }

    /// <summary>The model of a file.</summary>
    /// <param name="path">The file, for diagnostics.</param>
    /// <param name="text">The file's text.</param>
    public static ModelResult Read(string path, string text)
    {
        try
        {
            using var json = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), XmlDictionaryReaderQuotas.Max);
            return new ServiceModelReader(path, XElement.Load(json)).Read();
        }
        // The JSON reader's exceptions, and the one that this class throws when something is missing.
        catch (Exception exception) when (exception is XmlException or InvalidOperationException or FormatException)
        {
            return new ModelResult(null, new[] { new Fault(Faults.Unreadable, path, exception.Message) }.ToEquatableArray());
        }
    }

    private ModelResult Read()
    {
        foreach (var operation in _operations) Check(operation);
        foreach (var name in _shapes.Keys.Where(name => !Names.IsIdentifier(name))) Report($"{name} is not the name of a class");

        var inputs = _operations.ToDictionary(Input, operation => operation, StringComparer.Ordinal);
        var outputs = _operations.Where(operation => Output(operation) is not null).ToDictionary(operation => Output(operation)!, operation => operation, StringComparer.Ordinal);
        var written = Reachable(inputs.Keys);
        var read = Reachable(outputs.Keys.Concat(_shapes.Values.Where(IsException).Select(NameOf)));

        var structures = new List<Structure>();
        foreach (var (name, shape) in _shapes.Where(entry => KindOf(entry.Value) == "structure" && !IsException(entry.Value) && !IsDocument(entry.Value)).Select(entry => (entry.Key, entry.Value)))
        {
            if (inputs.TryGetValue(name, out var operation)) structures.Add(Request(operation, name, Members(shape)));
            else if (outputs.TryGetValue(name, out operation)) structures.Add(Response(operation, name, Members(shape)));
            else structures.Add(new Structure(name, StructureRole.Shape, null, null, IsSigned: false, written.Contains(name), read.Contains(name), Members(shape)));
        }

        structures.AddRange(_operations.Where(operation => Output(operation) is null).Select(operation => Response(operation, NameOf(operation) + "Response", default)));

        var model = new ServiceModel(
            _operations.Select(operation => new Operation(NameOf(operation), IsSigned(operation), Items(operation, "errors").ToEquatableArray())).ToEquatableArray(),
            structures.ToEquatableArray(),
            _shapes.Values.Where(IsEnumeration).Select(Enumeration).ToEquatableArray(),
            _shapes.Values.Where(IsException).Select(shape => new ModelledException(NameOf(shape), Members(shape))).ToEquatableArray());
        CheckNames(model);
        return _faults.Count == 0 ? new ModelResult(model, default) : new ModelResult(null, _faults.ToEquatableArray());
    }

    private Structure Request(XElement operation, string name, EquatableArray<Member> members) =>
        new(name, StructureRole.Request, NameOf(operation), $"{_targetPrefix}.{NameOf(operation)}", IsSigned(operation), IsWritten: true, IsRead: false, members);

    private static Structure Response(XElement operation, string name, EquatableArray<Member> members) =>
        new(name, StructureRole.Response, NameOf(operation), null, IsSigned(operation), IsWritten: false, IsRead: true, members);

    private void Check(XElement operation)
    {
        var name = NameOf(operation);
        if (operation.Element("auth")?.Value is not ("none" or "sigv4")) Report($"{name} has no auth of none or sigv4");
        // Named after the operation, as AWS does: the client's methods are declared so.
        if (Input(operation) != name + "Request" || !_shapes.ContainsKey(Input(operation))) Report($"the input of {name} must be the shape {name}Request");
        if (Output(operation) is { } output && (output != name + "Response" || !_shapes.ContainsKey(output))) Report($"the output of {name} must be the shape {name}Response");
        foreach (var error in Items(operation, "errors").Where(error => !_shapes.TryGetValue(error, out var shape) || !IsException(shape))) Report($"the error {error} of {name} is not an exception of the model");
    }

    private void CheckNames(ServiceModel model)
    {
        // Case-insensitive, like the names of generated files.
        var names = model.Structures.Select(structure => structure.Name).Concat(model.Enumerations.Select(enumeration => enumeration.Name)).Concat(model.Exceptions.Select(exception => exception.Name));
        foreach (var twice in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)) Report($"{twice.Key} would be the name of {twice.Count()} classes");

        var members = model.Structures.Select(structure => (structure.Name, Members: structure.Members.Select(member => member.Name)))
            .Concat(model.Enumerations.Select(enumeration => (enumeration.Name, Members: enumeration.Values.Select(value => value.Name))))
            .Concat(model.Exceptions.Select(exception => (exception.Name, Members: exception.Members.Select(member => member.Name))));
        foreach (var (owner, own) in members)
        {
            foreach (var twice in own.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1)) Report($"{owner} would have {twice.Key} twice");
            foreach (var name in own.Where(name => name == owner || !Names.IsIdentifier(name))) Report($"{owner} cannot have a member of the name {name}");
        }
    }

    private HashSet<string> Reachable(IEnumerable<string> roots)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(roots);
        while (next.Count > 0)
        {
            var name = next.Dequeue();
            if (!reached.Add(name) || !_shapes.TryGetValue(name, out var shape)) continue;
            foreach (var member in shape.Element("members")?.Elements() ?? []) next.Enqueue(member.Value);
            foreach (var item in new[] { "member", "value" }) if (shape.Element(item) is { } reference) next.Enqueue(reference.Value);
        }

        return reached;
    }

    private EquatableArray<Member> Members(XElement structure)
    {
        var required = new HashSet<string>(Items(structure, "required"), StringComparer.Ordinal);
        var members = new List<Member>();
        foreach (var member in Required(structure, "members").Elements())
        {
            var name = NameOf(member);
            // The runtime's exceptions already have it.
            if (IsException(structure) && name.Equals("message", StringComparison.OrdinalIgnoreCase)) continue;
            if (!_shapes.TryGetValue(member.Value, out var shape)) Report($"{NameOf(structure)}.{name} is of the shape {member.Value}, which is not there");
            else if (TypeOf(shape) is not { } type) Report($"{NameOf(structure)}.{name} is of the shape {member.Value}, whose type {KindOf(shape)} is not supported");
            else members.Add(new Member(name, Names.Upper(name), type, Constraints.Describe(name, required.Contains(name), shape, ItemOf(shape))));
        }

        return members.ToEquatableArray();
    }

    private MemberType? TypeOf(XElement shape) => KindOf(shape) switch
    {
        "string" when IsEnumeration(shape) => new MemberType(MemberKind.Enumeration, NameOf(shape)),
        "string" => new MemberType(MemberKind.Text),
        "integer" => new MemberType(MemberKind.Integer),
        "long" => new MemberType(MemberKind.Long),
        "boolean" => new MemberType(MemberKind.Boolean),
        "timestamp" => new MemberType(MemberKind.Timestamp),
        "blob" => new MemberType(MemberKind.Blob),
        "structure" when IsDocument(shape) => new MemberType(MemberKind.Document),
        "structure" => new MemberType(MemberKind.Structure, NameOf(shape)),
        "list" => ItemOf(shape) is { } item ? TypeOf(item) switch
        {
            { Kind: MemberKind.Text } => new MemberType(MemberKind.TextList),
            { Kind: MemberKind.Enumeration } => new MemberType(MemberKind.EnumerationList, NameOf(item)),
            { Kind: MemberKind.Structure } => new MemberType(MemberKind.StructureList, NameOf(item)),
            _ => null,
        }
        : null,
        "map" => ItemOf(shape) is { } item && shape.Element("key") is { } key && _shapes.TryGetValue(key.Value, out var keys) && KindOf(keys) == "string" ? TypeOf(item) switch
        {
            { Kind: MemberKind.Text } => new MemberType(MemberKind.TextMap),
            { Kind: MemberKind.Structure } => new MemberType(MemberKind.StructureMap, NameOf(item)),
            _ => null,
        }
        : null,
        _ => null,
    };

    private XElement? ItemOf(XElement shape) => (shape.Element("member") ?? shape.Element("value")) is { } reference && _shapes.TryGetValue(reference.Value, out var item) ? item : null;

    private static Enumeration Enumeration(XElement shape) => new(NameOf(shape), Items(shape, "enum").Select(value => new EnumerationValue(Names.OfValue(value), value)).ToEquatableArray());

    private static string Input(XElement operation) => operation.Element("input")?.Value ?? "";

    private static string? Output(XElement operation) => operation.Element("output")?.Value;

    private static bool IsSigned(XElement operation) => operation.Element("auth")?.Value != "none";

    private static string KindOf(XElement shape) => shape.Element("type")?.Value ?? "";

    private static bool IsException(XElement shape) => shape.Element("exception")?.Value == "true";

    private static bool IsDocument(XElement shape) => shape.Element("document")?.Value == "true";

    private static bool IsEnumeration(XElement shape) => shape.Element("enum") is not null;

    private static IEnumerable<string> Items(XElement owner, string name) => owner.Element(name)?.Elements().Select(item => item.Value) ?? [];

    private static XElement Required(XElement owner, string name) => owner.Element(name) ?? throw new FormatException($"{NameOf(owner)} has no {name}.");

    // A name that is not valid in XML is in an attribute.
    private static string NameOf(XElement element) => element.Attribute("item")?.Value ?? element.Name.LocalName;

    private void Report(string message) => _faults.Add(new Fault(Faults.Inconsistent, _path, message));
}
