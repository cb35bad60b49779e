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

    public bool HasErrors => _findings.Exists(finding => Rule.IsError(finding.Id));

    public bool IsProcurement => Has("Procurement");

    public IEnumerable<Use> All(string name) => Uses.Where(use => use.Name == name);

    public Use? First(string name) => Uses.Cast<Use?>().FirstOrDefault(use => use!.Value.Name == name);

    public bool Has(string name) => First(name) is not null;

    public void Report(string rule, Place place, params string[] arguments) => _findings.Add(new Finding(rule, place, arguments.ToEquatableArray(), []));

    public void Report(string rule, Place place, EquatableArray<string> arguments, params FixProperty[] fix) =>
        _findings.Add(new Finding(rule, place, arguments, fix.ToEquatableArray()));
}
