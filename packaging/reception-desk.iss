; The installer for Windows: for one user, without an administrator, over an older version in place.
;   iscc /DAppVersion=0.1.0 packaging\reception-desk.iss      (after PyInstaller has made dist\reception-desk)
; Data lies in the user's own data folder and is never touched here, neither by an update nor by taking the program off.

#ifndef AppVersion
  #error Give the version: iscc /DAppVersion=0.1.0 packaging\reception-desk.iss
#endif
#define ChineseFile "Languages\ChineseSimplified.isl"
#define UnofficialFile "Languages\Unofficial\ChineseSimplified.isl"
#define HasChinese FileExists(AddBackslash(CompilerPath) + ChineseFile)
#define HasUnofficial FileExists(AddBackslash(CompilerPath) + UnofficialFile)

[Setup]
AppId={{6D1D6E5B-6C0B-4F0E-9E0B-2B7F3C9A41D7}
AppName=reception_desk
AppVersion={#AppVersion}
AppVerName=reception_desk {#AppVersion}
DefaultDirName={localappdata}\Programs\reception_desk
DisableDirPage=auto
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SourceDir=..
OutputDir=dist
OutputBaseFilename=reception-desk-{#AppVersion}-setup
SetupIconFile=packaging\reception-desk.ico
UninstallDisplayIcon={app}\reception-desk.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=auto
CloseApplications=yes
RestartApplications=no

[Languages]
#if HasChinese
Name: "zh"; MessagesFile: "compiler:{#ChineseFile}"
#elif HasUnofficial
Name: "zh"; MessagesFile: "compiler:{#UnofficialFile}"
#endif
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
en.ProgramName=Reception desk
en.AtLogon=Start when I log on
#if HasChinese || HasUnofficial
zh.ProgramName=前台接待
zh.AtLogon=登录时自动启动
#endif

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"
Name: "logon"; Description: "{cm:AtLogon}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not must not stay beside it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\reception-desk\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{cm:ProgramName}"; Filename: "{app}\reception-desk.exe"
Name: "{autodesktop}\{cm:ProgramName}"; Filename: "{app}\reception-desk.exe"; Tasks: desktopicon
Name: "{userstartup}\{cm:ProgramName}"; Filename: "{app}\reception-desk.exe"; Tasks: logon

[Run]
Filename: "{app}\reception-desk.exe"; Description: "{cm:LaunchProgram,{cm:ProgramName}}"; Flags: nowait postinstall skipifsilent
