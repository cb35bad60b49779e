using System.Reflection;

namespace MechanismDsl.Auditing.Declarations;

/// <summary>The attributes of a mechanism, as they stand in its declaration.</summary>
internal sealed class DeclaredMechanism
{
    private readonly List<DeclaredUse> _uses;

    /// <summary>Reads the attributes of a type.</summary>
    public DeclaredMechanism(Type type)
    {
        Type = type;
        _uses = [.. type.GetCustomAttributes(inherit: false)
            .Where(attribute => attribute.GetType().Namespace == typeof(MechanismAttribute).Namespace)
            .Select(attribute => new DeclaredUse((Attribute)attribute))];
    }

    /// <summary>The declared type.</summary>
    public Type Type { get; }

    /// <summary>The attributes in their order.</summary>
    public IReadOnlyList<DeclaredUse> Uses => _uses;

    /// <summary>Whether suppliers take part.</summary>
    public bool IsProcurement => Has("Procurement");

    /// <summary>Whether an attribute of this name stands there, without its suffix and type arguments.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The first attribute of this name; null without one.</summary>
    public DeclaredUse? Find(string name) => _uses.Find(use => use.Name == name);

    /// <summary>All attributes of this name.</summary>
    public IEnumerable<DeclaredUse> All(string name) => _uses.Where(use => use.Name == name);

    /// <summary>Whether the attribute of a named agent states a property itself, be it with the value that it has anyway.</summary>
    public bool States(string agent, string property) => Type.GetCustomAttributesData().Any(data =>
        data.AttributeType.Namespace == typeof(MechanismAttribute).Namespace
        && data.AttributeType.Name.Split('`')[0] == nameof(AgentAttribute)
        && data.ConstructorArguments is [{ Value: string name }, ..]
        && name == agent
        && data.NamedArguments.Any(argument => argument.MemberName == property));

    /// <summary>The static method marked with an attribute; null without one.</summary>
    public MethodInfo? Method<TAttribute>()
        where TAttribute : Attribute =>
        Array.Find(Type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly), method => method.GetCustomAttribute<TAttribute>() is not null);

    /// <summary>Every positive amount of the attributes that could be money: what a search should look beyond.</summary>
    public IEnumerable<double> Amounts()
    {
        foreach (var use in _uses)
        {
            foreach (var name in (string[])["Price", "Fee", "Value", "Cost", "Target", "OutsideOption"])
            {
                if (use.Get<double?>(name) is { } amount && amount > 0 && double.IsFinite(amount))
                {
                    yield return amount;
                }
            }
        }
    }
}

/// <summary>One attribute of a declaration.</summary>
/// <param name="attribute">The attribute.</param>
internal sealed class DeclaredUse(Attribute attribute)
{
    /// <summary>Its name without suffix and type arguments: <c>Prior</c>.</summary>
    public string Name { get; } = attribute.GetType().Name.Split('`')[0] is var name && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;

    /// <summary>Its type argument; null without one.</summary>
    public Type? Argument { get; } = attribute.GetType().IsGenericType ? attribute.GetType().GetGenericArguments()[0] : null;

    /// <summary>The attribute itself.</summary>
    public Attribute Attribute => attribute;

    /// <summary>A property of the attribute; the default if it has no such property.</summary>
    public T? Get<T>(string property) => attribute.GetType().GetProperty(property)?.GetValue(attribute) is T value ? value : default;
}
