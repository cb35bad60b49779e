using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Normalization;

/// <summary>A declaration on its way to a problem: its attributes by name, and the findings so far.</summary>
internal sealed class Draft(Declaration declaration, EquatableArray<DataFile> files)
{
    private readonly List<Finding> _findings = [];

    public Declaration Declaration => declaration;

    public EquatableArray<DataFile> Files => files;

    public string TypeName => declaration.Type.Name;

    public IEnumerable<Use> Uses => declaration.Attributes.Select((attribute, index) => new Use(index, attribute));

    public EquatableArray<Finding> Findings => _findings.ToEquatableArray();

    public bool HasErrors => _findings.Exists(finding => Language.Findings.Rule.IsError(finding.Id));

    public bool IsProcurement => Has("Procurement");

    public IEnumerable<Use> All(string name) => Uses.Where(use => use.Name == name);

    public Use? First(string name) => Uses.Cast<Use?>().FirstOrDefault(use => use!.Value.Name == name);

    public bool Has(string name) => First(name) is not null;

    /// <summary>The first method that an attribute of a rule marks; null if there is none.</summary>
    public RuleMethod? Rule(string attribute) => declaration.Rules.FirstOrDefault(rule => rule.Attribute == attribute);

    /// <summary>Whether a rule of the user's own decides who is served.</summary>
    public bool HasOwnAllocation => Rule("Score") is not null || Rule("Allocation") is not null;

    /// <summary>Whether any rule of the user's own decides something.</summary>
    public bool HasOwnRules => HasOwnAllocation || Rule("Payment") is not null;

    public void Report(string rule, Place place, params string[] arguments) => _findings.Add(new Finding(rule, place, arguments.ToEquatableArray(), []));

    public void Report(string rule, Place place, EquatableArray<string> arguments, params FixProperty[] fix) =>
        _findings.Add(new Finding(rule, place, arguments, fix.ToEquatableArray()));
}
